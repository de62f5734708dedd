package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of practice boards. */
@Repository
class PracticeStore {

  private final JdbcClient sql;

  PracticeStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Practice practice) {
    sql.sql(
            """
            insert into workshop_practice (id, tenant, workshop, person, begun_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            practice.id(),
            practice.tenant().slug(),
            practice.workshop().value(),
            practice.person().value(),
            practice.begunAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Practice> find(String id) {
    return sql.sql("select * from workshop_practice where id = ?")
        .param(id)
        .query(PracticeStore::practice)
        .optional();
  }

  void end(Practice practice, Instant now) {
    sql.sql("update workshop_practice set ended_at = ? where id = ? and ended_at is null")
        .params(now.atOffset(ZoneOffset.UTC), practice.id())
        .update();
  }

  /** Those that have not ended and began before. */
  List<Practice> begunBefore(Instant end) {
    return sql.sql("select * from workshop_practice where ended_at is null and begun_at <= ?")
        .param(end.atOffset(ZoneOffset.UTC))
        .query(PracticeStore::practice)
        .list();
  }

  List<Practice> endedBefore(Instant end) {
    return sql.sql("select * from workshop_practice where ended_at <= ?")
        .param(end.atOffset(ZoneOffset.UTC))
        .query(PracticeStore::practice)
        .list();
  }

  void delete(Practice practice) {
    sql.sql("delete from workshop_practice where id = ?").param(practice.id()).update();
  }

  private static Practice practice(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Practice(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        new WorkshopId(row.getString("workshop")),
        new PersonId(row.getString("person")),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
