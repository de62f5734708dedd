package org.allmende.workshop;

import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that keeps under whose name a workshop's paper lies on its board. */
@Repository
class PaperStore {

  private final JdbcClient sql;

  PaperStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<PersonId> of(WorkshopId workshop) {
    return sql.sql("select person from workshop_paper where workshop = ?")
        .param(workshop.value())
        .query(String.class)
        .optional()
        .map(PersonId::new);
  }

  void insert(WorkshopId workshop, PersonId person) {
    sql.sql("insert into workshop_paper (workshop, person) values (?, ?)")
        .params(workshop.value(), person.value())
        .update();
  }
}
