package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what participants answered. */
@Repository
class AnswerStore {

  private static final String NEED = "need";

  private record Line(ParticipantId participant, String question, String value) {}

  private final JdbcClient sql;

  AnswerStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes the answers in place of those before. */
  void replace(WorkshopId workshop, ParticipantId participant, Answers answers) {
    sql.sql("delete from workshop_answer where participant = ?")
        .param(participant.value())
        .update();
    answers.values().forEach((trait, value) -> insert(workshop, participant, trait.key(), value));
    answers.needs().stream().distinct().forEach(need -> insert(workshop, participant, NEED, need));
  }

  private void insert(
      WorkshopId workshop, ParticipantId participant, String question, String value) {
    sql.sql(
            """
            insert into workshop_answer (participant, workshop, question, value) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(participant.value(), workshop.value(), question, value)
        .update();
  }

  /** The answers of everyone who gave any. */
  Map<ParticipantId, Answers> of(WorkshopId workshop) {
    return gathered(
        sql.sql("select participant, question, value from workshop_answer where workshop = ?")
            .param(workshop.value())
            .query(AnswerStore::line)
            .list());
  }

  Answers of(ParticipantId participant) {
    return gathered(
            sql.sql(
                    "select participant, question, value from workshop_answer where participant = ?")
                .param(participant.value())
                .query(AnswerStore::line)
                .list())
        .getOrDefault(participant, Answers.NONE);
  }

  void forget(PersonId person) {
    sql.sql(
            """
            delete from workshop_answer
            where participant in (select id from workshop_participant where person = ?)
            """)
        .param(person.value())
        .update();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(new ParticipantId(row.getString(1)), row.getString(2), row.getString(3));
  }

  private static Map<ParticipantId, Answers> gathered(List<Line> lines) {
    Map<ParticipantId, Answers> answers = new HashMap<>();
    for (Line line : lines) {
      Answers own =
          answers.computeIfAbsent(
              line.participant(), _ -> new Answers(new EnumMap<>(Trait.class), new ArrayList<>()));
      if (line.question().equals(NEED)) {
        own.needs().add(line.value());
      } else {
        own.values().put(Trait.valueOf(line.question().toUpperCase(Locale.ROOT)), line.value());
      }
    }
    return answers;
  }
}
