package org.allmende.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of decisions. */
@Repository
class DecisionStore {

  private final JdbcClient sql;

  DecisionStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Decision decision) {
    sql.sql(
            """
            insert into comment_decision (id, tenant, about, rule, outcome, reason, person, at)
            values (:id, :tenant, :about, :rule, :outcome, :reason, :person, :at)
            """)
        .param("id", decision.id())
        .param("tenant", decision.tenant().slug())
        .param("about", decision.about().toString())
        .param("rule", decision.rule().key())
        .param("outcome", decision.outcome().key())
        .param("reason", decision.reason())
        .param("person", decision.person() == null ? null : decision.person().value())
        .param("at", decision.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The newest first. */
  List<Decision> page(TenantId tenant, int from, int atMost) {
    return sql.sql(
            """
            select * from comment_decision where tenant = ? order by at desc, id desc limit ? offset ?
            """)
        .params(tenant.slug(), atMost, from)
        .query(DecisionStore::decision)
        .list();
  }

  int count(TenantId tenant) {
    return sql.sql("select count(*) from comment_decision where tenant = ?")
        .param(tenant.slug())
        .query(Integer.class)
        .single();
  }

  /** What was decided last about each of the texts. */
  Map<Ref, Decision> last(Collection<Ref> about) {
    return sql
        .sql(
            """
            select distinct on (about) * from comment_decision where about = any (?)
            order by about, at desc, id desc
            """)
        .param(about.stream().map(Ref::toString).toArray(String[]::new))
        .query(DecisionStore::decision)
        .list()
        .stream()
        .collect(Collectors.toMap(Decision::about, decision -> decision));
  }

  List<Decision> of(PersonId person) {
    return sql.sql("select * from comment_decision where person = ? order by at, id")
        .param(person.value())
        .query(DecisionStore::decision)
        .list();
  }

  /** What was decided stays, who decided it does not. */
  void forget(PersonId person) {
    sql.sql("update comment_decision set person = null where person = ?")
        .param(person.value())
        .update();
  }

  static Decision decision(ResultSet row, int number) throws SQLException {
    String person = row.getString("person");
    return new Decision(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        Ref.parse(row.getString("about")),
        Rule.valueOf(row.getString("rule").toUpperCase(Locale.ROOT)),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        person == null ? null : new PersonId(person),
        instant(row, "at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
