package org.allmende.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was answered with registrations. */
@Repository
class AnswerStore {

  private final JdbcClient sql;

  AnswerStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes the answers in place of those before. */
  void replace(RegistrationId registration, GivenAnswers answers) {
    delete(registration);
    answers
        .values()
        .forEach(
            (question, values) -> values.forEach(value -> insert(registration, question, value)));
  }

  private void insert(RegistrationId registration, String question, String value) {
    sql.sql("insert into registration_answer (registration, question, value) values (?, ?, ?)")
        .params(registration.value(), question, value)
        .update();
  }

  GivenAnswers of(RegistrationId registration) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    sql.sql("select question, value from registration_answer where registration = ? order by 1, 2")
        .param(registration.value())
        .query(row -> {
          values.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
    return new GivenAnswers(values);
  }

  void delete(RegistrationId registration) {
    sql.sql("delete from registration_answer where registration = ?")
        .param(registration.value())
        .update();
  }
}
