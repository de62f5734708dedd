package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is done in rooms. */
@Repository
class ActStore {

  private final JdbcClient sql;
  private final Clock clock;

  ActStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What holds now, the oldest first. */
  List<Act> inForce(WorkshopId workshop) {
    return sql.sql(
            """
            select * from workshop_act
            where workshop = ? and (ended_at is null or ended_at > ?) order by at, id
            """)
        .params(workshop.value(), Timestamp.from(clock.instant()))
        .query(ActStore::act)
        .list();
  }

  Optional<Act> find(String id) {
    return sql.sql("select * from workshop_act where id = ?")
        .param(id)
        .query(ActStore::act)
        .optional();
  }

  /** Writes it, unless it holds already; its id. */
  String begin(WorkshopId workshop, NewAct act, @Nullable PersonId by) {
    return sql.sql(
            """
            with fresh as (
              insert into workshop_act
                (id, workshop, kind, participant, person, note, round, number, words, at, by)
              values (:id, :workshop, :kind, :participant, :person, :note, :round,
                nullif(:number, 0), :words, :at, :by)
              on conflict do nothing returning id)
            select id from fresh
            union all
            select id from workshop_act
            where not exists (select from fresh) and workshop = :workshop and kind = :kind
              and participant is not distinct from :participant
              and person is not distinct from :person
              and number is not distinct from nullif(:number, 0) and ended_at is null
            """)
        .param("id", Ids.next())
        .param("workshop", workshop.value())
        .param("kind", act.kind().key())
        .param("participant", act.participant() == null ? null : act.participant().value())
        .param("person", act.person() == null ? null : act.person().value())
        .param("note", act.note())
        .param("round", act.round())
        .param("number", act.number())
        .param("words", act.words())
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by == null ? null : by.value())
        .query(String.class)
        .single();
  }

  /** Ends it at that moment; what ends sooner stays so. */
  void end(Act act, Instant at, @Nullable PersonId by) {
    sql.sql(
            """
            update workshop_act set ended_at = least(ended_at, :at::timestamptz), ended_by = :by
            where id = :id
            """)
        .param("at", Timestamp.from(at))
        .param("by", by == null ? null : by.value())
        .param("id", act.id())
        .update();
  }

  void forget(PersonId person) {
    for (String column : List.of("person", "by", "ended_by")) {
      sql.sql("update workshop_act set " + column + " = null where " + column + " = ?")
          .param(person.value())
          .update();
    }
  }

  private static Act act(ResultSet row, int number) throws SQLException {
    String participant = row.getString("participant");
    String person = row.getString("person");
    String by = row.getString("by");
    Timestamp ended = row.getTimestamp("ended_at");
    return new Act(
        row.getString("id"),
        new WorkshopId(row.getString("workshop")),
        ActKind.of(row.getString("kind")),
        participant == null ? null : new ParticipantId(participant),
        person == null ? null : new PersonId(person),
        row.getString("note"),
        row.getString("round"),
        row.getInt("number"),
        row.getString("words"),
        row.getTimestamp("at").toInstant(),
        by == null ? null : new PersonId(by),
        ended == null ? null : ended.toInstant());
  }
}
