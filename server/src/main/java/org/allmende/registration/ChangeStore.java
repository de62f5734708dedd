package org.allmende.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the list of changes. */
@Repository
class ChangeStore {

  private static final int SHOWN = 500;

  private final JdbcClient sql;
  private final Clock clock;

  ChangeStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Notes what happened to a registration; empty if exactly that was said before. */
  Optional<Long> add(Registration registration, ChangeKind kind, int free) {
    return add(
        registration.about(), registration.id(), kind, registration.people(), free, null, null);
  }

  /** Notes what an organiser did to a registration. */
  void add(
      Registration registration, ChangeKind kind, @Nullable String reason, @Nullable PersonId by) {
    var _ =
        add(registration.about(), registration.id(), kind, registration.people(), null, reason, by);
  }

  /** Notes what an organiser changed for all. */
  void add(
      Ref about,
      ChangeKind kind,
      @Nullable Integer people,
      @Nullable String reason,
      @Nullable PersonId by) {
    var _ = add(about, null, kind, people, null, reason, by);
  }

  private Optional<Long> add(
      Ref about,
      @Nullable RegistrationId registration,
      ChangeKind kind,
      @Nullable Integer people,
      @Nullable Integer free,
      @Nullable String reason,
      @Nullable PersonId by) {
    return sql.sql(
            """
            insert into registration_change (about, registration, kind, people, free, reason, person, at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning number
            """)
        .params(
            Arrays.asList(
                about.toString(),
                registration == null ? null : registration.value(),
                kind.key(),
                people,
                free,
                reason,
                by == null ? null : by.value(),
                Timestamp.from(clock.instant())))
        .query(Long.class)
        .optional();
  }

  /** The newest first. */
  List<Change> of(Ref about) {
    return sql.sql(
            "select * from registration_change where about = ? order by number desc limit " + SHOWN)
        .param(about.toString())
        .query(ChangeStore::change)
        .list();
  }

  /**
   * Takes who did it, and what was written about people, from all that is forgotten: organisers may
   * still have changed something after that day.
   */
  void blankForgotten() {
    sql.sql(
            """
            update registration_change c set person = null,
              reason = case when c.registration is null then c.reason end
            from registration_offering o
            where o.about = c.about and o.forgotten_at is not null
              and (c.person is not null or c.registration is not null and c.reason is not null)
            """)
        .update();
  }

  /** What the person changed for others, and what was changed and written about the person. */
  List<String> about(PersonId person) {
    return sql.sql(
            """
            select concat_ws(': ', c.at, c.kind, c.reason) from registration_change c
            left join registration_registration r on r.id = c.registration
            where :person in (c.person, r.person) order by c.number
            """)
        .param("person", person.value())
        .query(String.class)
        .list();
  }

  void blank(PersonId person) {
    sql.sql("update registration_change set person = null where person = ?")
        .param(person.value())
        .update();
    sql.sql(
            """
            update registration_change set reason = null where registration in (
              select id from registration_registration where person = ?)
            """)
        .param(person.value())
        .update();
  }

  private static Change change(ResultSet row, int number) throws SQLException {
    String registration = row.getString("registration");
    String person = row.getString("person");
    return new Change(
        row.getLong("number"),
        registration == null ? null : new RegistrationId(registration),
        ChangeKind.of(row.getString("kind")),
        row.getObject("people", Integer.class),
        row.getObject("free", Integer.class),
        row.getString("reason"),
        person == null ? null : new PersonId(person),
        row.getTimestamp("at").toInstant());
  }
}
