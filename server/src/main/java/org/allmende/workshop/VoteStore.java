package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of votes and of what is chosen while they are open. */
@Repository
class VoteStore {

  private static final String SELECT =
      """
      select v.*, (select count(*) from workshop_vote_choice c where c.vote = v.id) as given
      from workshop_vote v
      """;

  private final JdbcClient sql;

  VoteStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those of a talk in the order they were written. */
  List<Vote> of(PhaseId talk) {
    return sql.sql(SELECT + "where v.phase = ? order by v.created_at, v.id")
        .param(talk.value())
        .query(VoteStore::vote)
        .list();
  }

  /** Those that were counted, in the order they were asked. */
  List<Vote> closed(WorkshopId workshop) {
    return sql.sql(
            SELECT
                + """
                join workshop_phase p on p.id = v.phase
                where p.workshop = ? and v.closed_at is not null order by v.opened_at, v.id
                """)
        .param(workshop.value())
        .query(VoteStore::vote)
        .list();
  }

  Optional<Vote> find(String id) {
    return sql.sql(SELECT + "where v.id = ?").param(id).query(VoteStore::vote).optional();
  }

  /**
   * Keeps others from closing it, or from choosing while it is closed, until the transaction ends.
   */
  Optional<Vote> locked(String id) {
    sql.sql("select id from workshop_vote where id = ? for update")
        .param(id)
        .query(String.class)
        .optional();
    return find(id);
  }

  void insert(String id, PhaseId talk, NewVote vote, Instant now) {
    sql.sql(
            """
            insert into workshop_vote (id, phase, question, answers, created_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            id,
            talk.value(),
            vote.question(),
            vote.answers().toArray(String[]::new),
            Timestamp.from(now))
        .update();
  }

  void open(Vote vote, Instant now) {
    sql.sql("update workshop_vote set opened_at = ? where id = ?")
        .params(Timestamp.from(now), vote.id())
        .update();
  }

  /** Counts what was chosen and forgets who chose it. */
  void close(Vote vote, Instant now) {
    sql.sql(
            """
            update workshop_vote v set closed_at = :now, counts = array(
              select (select count(*) from workshop_vote_choice c where c.vote = v.id and c.answer = n)
              from generate_series(0, cardinality(v.answers) - 1) n order by n)
            where id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("id", vote.id())
        .update();
    sql.sql("delete from workshop_vote_choice where vote = ?").param(vote.id()).update();
  }

  void delete(Vote vote) {
    sql.sql("delete from workshop_vote where id = ?").param(vote.id()).update();
  }

  /** The newest choice of somebody counts. */
  void choose(Vote vote, ParticipantId participant, int answer) {
    sql.sql(
            """
            insert into workshop_vote_choice (id, vote, participant, answer) values (?, ?, ?, ?)
            on conflict (vote, participant) do update set answer = excluded.answer
            """)
        .params(Ids.next(), vote.id(), participant.value(), answer)
        .update();
  }

  Optional<Integer> chosen(Vote vote, ParticipantId participant) {
    return sql.sql("select answer from workshop_vote_choice where vote = ? and participant = ?")
        .params(vote.id(), participant.value())
        .query(Integer.class)
        .optional();
  }

  void forget(PersonId person) {
    sql.sql(
            """
            delete from workshop_vote_choice where participant in (
              select id from workshop_participant where person = ?)
            """)
        .param(person.value())
        .update();
  }

  private static Vote vote(ResultSet row, int number) throws SQLException {
    VoteState state =
        row.getTimestamp("closed_at") != null
            ? VoteState.CLOSED
            : row.getTimestamp("opened_at") != null ? VoteState.OPEN : VoteState.PREPARED;
    return new Vote(
        row.getString("id"),
        new PhaseId(row.getString("phase")),
        row.getString("question"),
        Stream.of((String[]) row.getArray("answers").getArray()).toList(),
        Stream.of((Integer[]) row.getArray("counts").getArray()).toList(),
        row.getInt("given"),
        state);
  }
}
