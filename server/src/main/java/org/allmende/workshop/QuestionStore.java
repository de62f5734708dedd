package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of questions and of those who want to know the same. */
@Repository
class QuestionStore {

  private static final String SELECT =
      """
      select q.*, (select count(*) from workshop_question_support s where s.question = q.id) as supports
      from workshop_question q
      """;

  private final JdbcClient sql;

  QuestionStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(
      QuestionId id, WorkshopId workshop, PersonId author, NewQuestion question, Instant now) {
    sql.sql(
            """
            insert into workshop_question (id, workshop, author, name, text, at)
            values (:id, :workshop, :author, :name, :text, :at)
            """)
        .param("id", id.value())
        .param("workshop", workshop.value())
        .param("author", author.value())
        .param("name", question.name())
        .param("text", question.text())
        .param("at", Timestamp.from(now))
        .update();
  }

  /** All of a workshop in the order of asking. */
  List<Question> of(WorkshopId workshop) {
    return sql.sql(SELECT + "where q.workshop = ? order by q.at, q.id")
        .param(workshop.value())
        .query(QuestionStore::question)
        .list();
  }

  List<Question> all(Collection<String> ids) {
    return sql.sql(SELECT + "where q.id = any (?)")
        .param(ids.toArray(String[]::new))
        .query(QuestionStore::question)
        .list();
  }

  List<Question> by(PersonId author) {
    return sql.sql(SELECT + "where q.author = ? order by q.at")
        .param(author.value())
        .query(QuestionStore::question)
        .list();
  }

  /** Keeps others from changing the question until the transaction ends. */
  Optional<Question> locked(QuestionId id) {
    return sql.sql(SELECT + "where q.id = ? for update of q")
        .param(id.value())
        .query(QuestionStore::question)
        .optional();
  }

  int askedSince(Instant since, WorkshopId workshop, PersonId author) {
    return sql.sql(
            "select count(*) from workshop_question where author = ? and workshop = ? and at > ?")
        .params(author.value(), workshop.value(), Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  void support(QuestionId question, PersonId person, Instant now) {
    sql.sql(
            """
            insert into workshop_question_support (id, question, person, at) values (?, ?, ?, ?)
            on conflict (question, person) do nothing
            """)
        .params(Ids.next(), question.value(), person.value(), Timestamp.from(now))
        .update();
  }

  void withdraw(QuestionId question, PersonId person) {
    sql.sql("delete from workshop_question_support where question = ? and person = ?")
        .params(question.value(), person.value())
        .update();
  }

  Set<QuestionId> supportedBy(PersonId person, WorkshopId workshop) {
    return Set.copyOf(
        sql.sql(
                """
                select s.question from workshop_question_support s
                join workshop_question q on q.id = s.question
                where s.person = ? and q.workshop = ?
                """)
            .params(person.value(), workshop.value())
            .query((row, number) -> new QuestionId(row.getString(1)))
            .list());
  }

  /** Marks the question as the one being answered aloud, and no other of its workshop. */
  void call(Question question, @Nullable PersonId by, Instant now) {
    sql.sql(
            """
            update workshop_question set called_at = null, called_by = null
            where workshop = ? and called_at is not null
            """)
        .param(question.workshop().value())
        .update();
    sql.sql("update workshop_question set called_at = ?, called_by = ? where id = ?")
        .params(Arrays.asList(Timestamp.from(now), value(by), question.id().value()))
        .update();
  }

  void answer(QuestionId id, @Nullable String answer, @Nullable PersonId by, Instant now) {
    sql.sql(
            "update workshop_question set answer = ?, answered_at = ?, answered_by = ? where id = ?")
        .params(Arrays.asList(answer, Timestamp.from(now), value(by), id.value()))
        .update();
  }

  void remove(QuestionId id, String reason, @Nullable PersonId by, Instant now) {
    sql.sql("update workshop_question set removal = ?, removed_at = ?, removed_by = ? where id = ?")
        .params(Arrays.asList(reason, Timestamp.from(now), value(by), id.value()))
        .update();
  }

  /** Puts other words in the place of question and answer. */
  void reword(QuestionId id, String text, @Nullable String answer) {
    sql.sql("update workshop_question set text = ?, answer = ? where id = ?")
        .params(Arrays.asList(text, answer, id.value()))
        .update();
  }

  /** Question and support stay, nameless. */
  void forget(PersonId person) {
    sql.sql("update workshop_question set name = null, author = null where author = ?")
        .param(person.value())
        .update();
    sql.sql("update workshop_question_support set person = null where person = ?")
        .param(person.value())
        .update();
  }

  private static @Nullable String value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static Question question(ResultSet row, int number) throws SQLException {
    String author = row.getString("author");
    return new Question(
        new QuestionId(row.getString("id")),
        new WorkshopId(row.getString("workshop")),
        author == null ? null : new PersonId(author),
        row.getString("name"),
        row.getString("text"),
        row.getTimestamp("at").toInstant(),
        row.getInt("supports"),
        moment(row, "called_at"),
        moment(row, "answered_at"),
        row.getString("answer"),
        moment(row, "removed_at"),
        row.getString("removal"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
