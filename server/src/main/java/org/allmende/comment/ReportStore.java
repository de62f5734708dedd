package org.allmende.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reports. */
@Repository
class ReportStore {

  private final JdbcClient sql;

  ReportStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Report report) {
    sql.sql(
            """
            insert into comment_report (id, tenant, about, rule, words, person, at)
            values (:id, :tenant, :about, :rule, :words, :person, :at)
            """)
        .param("id", report.id())
        .param("tenant", report.tenant().slug())
        .param("about", report.about().toString())
        .param("rule", report.rule() == null ? null : report.rule().key())
        .param("words", report.words())
        .param("person", report.person() == null ? null : report.person().value())
        .param("at", report.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The texts that wait for a decision, the one that waits longest first. */
  List<Ref> waiting(TenantId tenant) {
    return sql.sql(
            """
            select about from comment_report where tenant = ? and decision is null
            group by about order by min(at), about
            """)
        .param(tenant.slug())
        .query((row, number) -> Ref.parse(row.getString(1)))
        .list();
  }

  /** What waits about the texts, oldest first. */
  List<Report> waiting(TenantId tenant, Collection<Ref> about) {
    return sql.sql(
            """
            select * from comment_report where tenant = ? and about = any (?) and decision is null
            order by at, id
            """)
        .params(tenant.slug(), about.stream().map(Ref::toString).toArray(String[]::new))
        .query(ReportStore::report)
        .list();
  }

  /** Answers all that wait about the text; returns them. */
  List<Report> decide(Ref about, Decision decision) {
    return sql.sql(
            """
            update comment_report set decision = ? where about = ? and tenant = ? and decision is null
            returning *
            """)
        .params(decision.id(), about.toString(), decision.tenant().slug())
        .query(ReportStore::report)
        .list();
  }

  /** What waits about the text goes to the tenant. */
  @AcrossTenants("from one tenant to another is the point")
  void carry(Ref about, TenantId to) {
    sql.sql("update comment_report set tenant = ? where about = ? and decision is null")
        .params(to.slug(), about.toString())
        .update();
  }

  List<Report> of(PersonId person) {
    return sql.sql("select * from comment_report where person = ? order by at, id")
        .param(person.value())
        .query(ReportStore::report)
        .list();
  }

  /** Who of them waits for an answer. */
  Set<PersonId> waiting(Collection<PersonId> people) {
    return Set.copyOf(
        sql.sql("select person from comment_report where person = any (?) and decision is null")
            .param(people.stream().map(PersonId::value).toArray(String[]::new))
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }

  /** What was reported stays, who reported it does not. */
  void forget(PersonId person) {
    sql.sql("update comment_report set person = null, words = '' where person = ?")
        .param(person.value())
        .update();
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    String rule = row.getString("rule");
    String person = row.getString("person");
    return new Report(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        Ref.parse(row.getString("about")),
        rule == null ? null : Rule.valueOf(rule.toUpperCase(Locale.ROOT)),
        row.getString("words"),
        person == null ? null : new PersonId(person),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("decision"));
  }
}
