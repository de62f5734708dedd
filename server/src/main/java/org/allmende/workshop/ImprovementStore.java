package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what people said about a workshop and of what is changed because of it. */
@Repository
class ImprovementStore {

  private final JdbcClient sql;

  ImprovementStore(JdbcClient sql) {
    this.sql = sql;
  }

  void say(Feedback feedback, PersonId author) {
    sql.sql("insert into workshop_feedback (id, workshop, author, text, at) values (?, ?, ?, ?, ?)")
        .params(
            feedback.id(),
            feedback.workshop().value(),
            author.value(),
            feedback.text(),
            Timestamp.from(feedback.at()))
        .update();
  }

  /** What was said, in the order of saying. */
  List<Feedback> said(WorkshopId workshop) {
    return sql.sql("select * from workshop_feedback where workshop = ? order by at, id")
        .param(workshop.value())
        .query(ImprovementStore::feedback)
        .list();
  }

  List<Feedback> saidBy(PersonId author) {
    return sql.sql("select * from workshop_feedback where author = ? order by at, id")
        .param(author.value())
        .query(ImprovementStore::feedback)
        .list();
  }

  /** Writes it; false if the feedback has led to one already. */
  boolean insert(Improvement improvement, @Nullable PersonId by, Instant now) {
    return sql.sql(
                """
                insert into workshop_improvement (id, workshop, feedback, sentence, state, at, by)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (feedback) do nothing
                """)
            .params(
                Arrays.asList(
                    improvement.id(),
                    improvement.workshop().value(),
                    improvement.feedback(),
                    improvement.sentence(),
                    improvement.state().key(),
                    Timestamp.from(now),
                    by == null ? null : by.value()))
            .update()
        == 1;
  }

  /** Says how far it has come; false if it was so already. */
  boolean move(String id, ImprovementState state) {
    return sql.sql("update workshop_improvement set state = ? where id = ? and state <> ?")
            .params(state.key(), id, state.key())
            .update()
        == 1;
  }

  List<Improvement> of(WorkshopId workshop) {
    return sql.sql("select * from workshop_improvement where workshop = ? order by at, id")
        .param(workshop.value())
        .query(ImprovementStore::improvement)
        .list();
  }

  Optional<Improvement> find(String id) {
    return sql.sql("select * from workshop_improvement where id = ?")
        .param(id)
        .query(ImprovementStore::improvement)
        .optional();
  }

  /** What was said and what is changed stay, nameless. */
  void forget(PersonId person) {
    sql.sql("update workshop_feedback set author = null where author = ?")
        .param(person.value())
        .update();
    sql.sql("update workshop_improvement set by = null where by = ?")
        .param(person.value())
        .update();
  }

  private static Feedback feedback(ResultSet row, int number) throws SQLException {
    String author = row.getString("author");
    return new Feedback(
        row.getString("id"),
        new WorkshopId(row.getString("workshop")),
        author == null ? null : new PersonId(author),
        row.getString("text"),
        row.getTimestamp("at").toInstant());
  }

  private static Improvement improvement(ResultSet row, int number) throws SQLException {
    return new Improvement(
        row.getString("id"),
        new WorkshopId(row.getString("workshop")),
        row.getString("feedback"),
        row.getString("sentence"),
        ImprovementState.of(row.getString("state")));
  }
}
