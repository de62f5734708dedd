package org.allmende.workshop;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the rounds in which people get to know each other in pairs. */
@Repository
class PairStore {

  /** A round of pairs. */
  record PairRound(String id, int number, Instant endsAt) {}

  private record Sitting(String one, String other) {}

  private final JdbcClient sql;

  PairStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Keeps that somebody wants to meet others.
   *
   * @param showsCard whether partners see what the person can help with and looks for
   */
  void wish(Participant participant, boolean showsCard, Instant at) {
    sql.sql(
            """
            insert into workshop_pair_wish (participant, workshop, shows_card, at) values (?, ?, ?, ?)
            on conflict (participant) do update set shows_card = excluded.shows_card
            """)
        .params(
            participant.id().value(), participant.workshop().value(), showsCard, Timestamp.from(at))
        .update();
  }

  void unwish(ParticipantId participant) {
    sql.sql("delete from workshop_pair_wish where participant = ?")
        .param(participant.value())
        .update();
  }

  /** Who wants to meet others, and whether they show what is on their card. */
  Map<ParticipantId, Boolean> wishes(WorkshopId workshop) {
    Map<ParticipantId, Boolean> wishes = new HashMap<>();
    sql.sql("select participant, shows_card from workshop_pair_wish where workshop = ?")
        .param(workshop.value())
        .query(row -> {
          wishes.put(new ParticipantId(row.getString(1)), row.getBoolean(2));
        });
    return wishes;
  }

  Optional<PairRound> last(WorkshopId workshop) {
    return sql.sql(
            """
            select id, number, ends_at from workshop_pair_round where workshop = ?
            order by number desc limit 1
            """)
        .param(workshop.value())
        .query((row, number) ->
            new PairRound(row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant()))
        .optional();
  }

  void insert(
      WorkshopId workshop,
      int number,
      Instant from,
      Instant until,
      List<List<ParticipantId>> pairs) {
    String id = Ids.next();
    sql.sql("insert into workshop_pair_round values (?, ?, ?, ?, ?)")
        .params(id, workshop.value(), number, Timestamp.from(from), Timestamp.from(until))
        .update();
    int last = lastPair(workshop);
    for (int at = 0; at < pairs.size(); at++) {
      for (ParticipantId participant : pairs.get(at)) {
        sql.sql("insert into workshop_pair_seat values (?, ?, ?)")
            .params(id, participant.value(), last + at + 1)
            .update();
      }
    }
  }

  /** Numbers go on from round to round: no pair enters a room in which another one talks. */
  private int lastPair(WorkshopId workshop) {
    return sql.sql(
            """
            select coalesce(max(s.number), 0) from workshop_pair_seat s
            join workshop_pair_round r on r.id = s.round where r.workshop = ?
            """)
        .param(workshop.value())
        .query(Integer.class)
        .single();
  }

  /** Lets the round that runs, if any, last no longer. */
  void end(WorkshopId workshop, Instant at) {
    sql.sql("update workshop_pair_round set ends_at = ? where workshop = ? and ends_at > ?")
        .params(Timestamp.from(at), workshop.value(), Timestamp.from(at))
        .update();
  }

  /** Who sat with whom, in all rounds. */
  Map<ParticipantId, Set<ParticipantId>> met(WorkshopId workshop) {
    Map<ParticipantId, Set<ParticipantId>> met = new HashMap<>();
    sql.sql(
            """
            select one.participant as one, other.participant as other
            from workshop_pair_seat one
            join workshop_pair_seat other on other.round = one.round and other.number = one.number
              and other.participant <> one.participant
            join workshop_pair_round r on r.id = one.round
            where r.workshop = ?
            """)
        .param(workshop.value())
        .query(Sitting.class)
        .list()
        .forEach(sitting ->
            met.computeIfAbsent(new ParticipantId(sitting.one()), _ -> new HashSet<>())
                .add(new ParticipantId(sitting.other())));
    return met;
  }

  /** The numbers of the pairs of the round, of those who still want to meet others. */
  Map<ParticipantId, Integer> pairs(String round) {
    Map<ParticipantId, Integer> pairs = new HashMap<>();
    sql.sql(
            """
            select s.participant, s.number from workshop_pair_seat s
            join workshop_pair_wish w on w.participant = s.participant where s.round = ?
            """)
        .param(round)
        .query(row -> {
          pairs.put(new ParticipantId(row.getString(1)), row.getInt(2));
        });
    return pairs;
  }

  void forget(PersonId person) {
    for (String table : List.of("workshop_pair_wish", "workshop_pair_seat")) {
      sql.sql(
              "delete from "
                  + table
                  + " where participant in (select id from workshop_participant where person = ?)")
          .param(person.value())
          .update();
    }
  }
}
