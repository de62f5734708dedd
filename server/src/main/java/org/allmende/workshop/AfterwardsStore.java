package org.allmende.workshop;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the time after a workshop in which people go on writing. */
@Repository
class AfterwardsStore {

  /** A phase that is opened again ends it, because then the agenda rules the board. */
  private static final String OPEN =
      """
      a.closed_at is null and not exists (
        select from workshop_opening o where o.workshop = a.workshop and o.opened_at > a.opened_at)
      """;

  private final JdbcClient sql;

  AfterwardsStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Until when, unless it was ended. */
  Optional<Instant> until(WorkshopId workshop) {
    return sql.sql("select a.until from workshop_afterwards a where a.workshop = ? and " + OPEN)
        .param(workshop.value())
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Where the time is up and nobody has ended it. */
  List<WorkshopId> due(Instant now) {
    return sql.sql("select a.workshop from workshop_afterwards a where a.until <= ? and " + OPEN)
        .param(Timestamp.from(now))
        .query((row, _) -> new WorkshopId(row.getString(1)))
        .list();
  }

  void open(WorkshopId workshop, Instant until, @Nullable PersonId by, Instant now) {
    sql.sql(
            """
            insert into workshop_afterwards (workshop, until, opened_at, opened_by)
            values (?, ?, ?, ?)
            on conflict (workshop) do update set until = excluded.until,
              opened_at = excluded.opened_at, opened_by = excluded.opened_by,
              closed_at = null, closed_by = null
            """)
        .params(
            Arrays.asList(
                workshop.value(),
                Timestamp.from(until),
                Timestamp.from(now),
                by == null ? null : by.value()))
        .update();
  }

  /** Ends it; false if it was over already. */
  boolean close(WorkshopId workshop, @Nullable PersonId by, Instant now) {
    return sql.sql(
                "update workshop_afterwards a set closed_at = ?, closed_by = ? where a.workshop = ? and "
                    + OPEN)
            .params(
                Arrays.asList(
                    Timestamp.from(now), by == null ? null : by.value(), workshop.value()))
            .update()
        == 1;
  }

  void forget(PersonId person) {
    for (String column : List.of("opened_by", "closed_by")) {
      sql.sql("update workshop_afterwards set " + column + " = null where " + column + " = ?")
          .param(person.value())
          .update();
    }
  }
}
