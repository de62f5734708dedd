package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.workshop.grouping.Grouping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of rounds and of who sits in which group. */
@Repository
class RoundStore {

  private final JdbcClient sql;

  RoundStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** The rounds of the workshop, the first one first. */
  List<Round> of(WorkshopId workshop) {
    return sql.sql("select * from workshop_round where workshop = ? order by number")
        .param(workshop.value())
        .query((row, _) -> round(row))
        .list();
  }

  /** The group everybody sits in, in the last round that was released. */
  Map<PersonId, Integer> seats(WorkshopId workshop) {
    Map<PersonId, Integer> seats = new HashMap<>();
    sql.sql(
            """
            select p.person, s.number from workshop_seat s
            join workshop_participant p on p.id = s.participant
            where p.person is not null and s.round = (
              select id from workshop_round where workshop = ? and released_at is not null
              order by number desc limit 1)
            """)
        .param(workshop.value())
        .query(row -> {
          seats.put(new PersonId(row.getString(1)), row.getInt(2));
        });
    return seats;
  }

  /** Whether the participants have been shown a round. */
  boolean isReleased(WorkshopId workshop) {
    return sql.sql(
            "select exists (select 1 from workshop_round where workshop = ? and released_at is not null)")
        .param(workshop.value())
        .query(Boolean.class)
        .single();
  }

  void insert(Round round) {
    sql.sql(
            """
            insert into workshop_round
              (id, workshop, number, groups, blends, open_to_all, formed_at)
            values (:id, :workshop, :number, :groups, :blends, :open, :at)
            """)
        .param("id", round.id())
        .param("workshop", round.workshop().value())
        .param("number", round.number())
        .param("groups", round.plan().groups())
        .param("blends", round.plan().blendText())
        .param("open", round.plan().openText())
        .param("at", Timestamp.from(round.formedAt()))
        .update();
  }

  /** Takes a round away that nobody was shown. */
  void delete(Round round) {
    sql.sql("delete from workshop_round where id = ? and released_at is null")
        .param(round.id())
        .update();
  }

  /** Seats everyone anew; false if somebody else changed the round meanwhile. */
  boolean seat(Round round, Grouping grouping) {
    int updated =
        sql.sql("update workshop_round set version = version + 1 where id = ? and version = ?")
            .params(round.id(), round.version())
            .update();
    if (updated == 1) {
      sql.sql("delete from workshop_seat where round = ?").param(round.id()).update();
      insertSeats(round.id(), grouping);
    }
    return updated == 1;
  }

  void insertSeats(String round, Grouping grouping) {
    for (int group = 0; group < grouping.groups().size(); group++) {
      for (String participant : grouping.groups().get(group)) {
        sql.sql("insert into workshop_seat (round, participant, number) values (?, ?, ?)")
            .params(round, participant, group + 1)
            .update();
      }
    }
  }

  /** Shows the round, unless it is shown already; false if there is none any more. */
  boolean release(Round round, Instant at) {
    return sql.sql(
                """
                update workshop_round
                set released_at = coalesce(released_at, ?), version = version + 1 where id = ?
                """)
            .params(Timestamp.from(at), round.id())
            .update()
        == 1;
  }

  private Round round(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Timestamp released = row.getTimestamp("released_at");
    Map<ParticipantId, Integer> seats = new HashMap<>();
    sql.sql("select participant, number from workshop_seat where round = ?")
        .param(id)
        .query(seat -> {
          seats.put(new ParticipantId(seat.getString(1)), seat.getInt(2));
        });
    return new Round(
        id,
        new WorkshopId(row.getString("workshop")),
        row.getInt("number"),
        GroupPlan.read(row.getInt("groups"), row.getString("blends"), row.getString("open_to_all")),
        row.getInt("version"),
        row.getTimestamp("formed_at").toInstant(),
        released == null ? null : released.toInstant(),
        seats);
  }
}
