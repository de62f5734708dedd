package org.allmende.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of commitments and their log. */
@Repository
class CommitmentStore {

  private static final String SELECT =
      """
      select c.*, d.name as department_name from plan_commitment c
      join tenant_department d on d.id = c.department
      """;

  private final JdbcClient sql;

  CommitmentStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Commitment commitment, Viewer by) {
    sql.sql(
            """
            insert into plan_commitment (id, tenant, about, title, url, department, owner, officer, due_on, text, state,
              made_at, made_by)
            values (:id, :tenant, :about, :title, :url, :department, :owner, :officer, :due, :text, :state, :at, :by)
            """)
        .param("id", commitment.id())
        .param("tenant", commitment.tenant().slug())
        .param("about", commitment.about().toString())
        .param("title", commitment.origin().title())
        .param("url", commitment.origin().url())
        .param("department", commitment.department())
        .param("owner", commitment.owner())
        .param("officer", commitment.officer() == null ? null : commitment.officer().value())
        .param("due", commitment.dueOn())
        .param("text", commitment.text())
        .param("state", commitment.state().key())
        .param("at", utc(commitment.madeAt()))
        .param("by", by.person() == null ? null : by.person().value())
        .update();
  }

  Optional<Commitment> find(TenantId tenant, String id) {
    return sql.sql(SELECT + "where c.tenant = ? and c.id = ?")
        .param(tenant.slug())
        .param(id)
        .query(CommitmentStore::commitment)
        .optional();
  }

  @AcrossTenants("a commitment is named by its id in events and by the module it serves")
  Optional<Commitment> find(String id) {
    return sql.sql(SELECT + "where c.id = ?")
        .param(id)
        .query(CommitmentStore::commitment)
        .optional();
  }

  @AcrossTenants("asked for by references the caller may see")
  List<Commitment> about(Collection<Ref> things) {
    return things.isEmpty()
        ? List.of()
        : sql.sql(SELECT + "where c.about in (:about) order by c.made_at, c.id")
            .param("about", things.stream().map(Ref::toString).toList())
            .query(CommitmentStore::commitment)
            .list();
  }

  List<Commitment> of(TenantId tenant) {
    return sql.sql(
            SELECT + "where c.tenant = ? order by c.kept_at desc nulls first, c.due_on, c.id")
        .param(tenant.slug())
        .query(CommitmentStore::commitment)
        .list();
  }

  @AcrossTenants("public: start pages of a lab and of the installation count across its towns")
  List<Commitment> overdue(Collection<TenantId> tenants, LocalDate today) {
    return tenants.isEmpty()
        ? List.of()
        : sql.sql(
                SELECT
                    + "where c.tenant in (:tenants) and c.kept_at is null and c.due_on < :today order by c.due_on, c.id")
            .param("tenants", tenants.stream().map(TenantId::slug).toList())
            .param("today", today)
            .query(CommitmentStore::commitment)
            .list();
  }

  @AcrossTenants("the reminding job looks at all tenants")
  List<Commitment> dueUntil(LocalDate day) {
    return sql.sql(SELECT + "where c.kept_at is null and c.due_on <= ? order by c.due_on, c.id")
        .param(day)
        .query(CommitmentStore::commitment)
        .list();
  }

  /** False if somebody else changed it since. */
  boolean update(Commitment commitment) {
    return sql.sql(
                """
                update plan_commitment set state = :state, due_on = :due, version = version + 1
                where id = :id and version = :version and kept_at is null
                """)
            .param("state", commitment.state().key())
            .param("due", commitment.dueOn())
            .param("id", commitment.id())
            .param("version", commitment.version())
            .update()
        == 1;
  }

  boolean keep(String id, Ref dataset, Instant at) {
    return sql.sql(
                """
                update plan_commitment set state = 'published', dataset = ?, kept_at = ?, version = version + 1
                where id = ? and kept_at is null
                """)
            .param(dataset.toString())
            .param(utc(at))
            .param(id)
            .update()
        == 1;
  }

  /** True the first time for this due date. */
  boolean noteOverdue(Commitment commitment) {
    return sql.sql(
                "insert into plan_overdue (commitment, due_on) values (?, ?) on conflict do nothing")
            .param(commitment.id())
            .param(commitment.dueOn())
            .update()
        == 1;
  }

  Progress log(Progress progress, Viewer by) {
    sql.sql(
            """
            insert into plan_progress (id, commitment, at, person, state, note, due_before, due_after)
            values (:id, :commitment, :at, :person, :state, :note, :before, :after)
            """)
        .param("id", progress.id())
        .param("commitment", progress.commitment())
        .param("at", utc(progress.at()))
        .param("person", by.person() == null ? null : by.person().value())
        .param("state", progress.state() == null ? null : progress.state().key())
        .param("note", progress.note())
        .param("before", progress.dueBefore())
        .param("after", progress.dueAfter())
        .update();
    return progress;
  }

  List<Progress> log(Collection<String> commitments) {
    return commitments.isEmpty()
        ? List.of()
        : sql.sql("select * from plan_progress where commitment in (:ids) order by at, id")
            .param("ids", commitments)
            .query(CommitmentStore::progress)
            .list();
  }

  void retitle(Ref about, String title) {
    sql.sql("update plan_commitment set title = ? where about = ?")
        .params(title, about.toString())
        .update();
  }

  private static Commitment commitment(ResultSet row, int number) throws SQLException {
    String officer = row.getString("officer");
    String dataset = row.getString("dataset");
    return new Commitment(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        new Origin(row.getString("title"), row.getString("url"), Ref.parse(row.getString("about"))),
        row.getString("department"),
        row.getString("department_name"),
        row.getString("owner"),
        officer == null ? null : new PersonId(officer),
        row.getObject("due_on", LocalDate.class),
        row.getString("text"),
        CommitmentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        instant(row, "kept_at"),
        dataset == null ? null : Ref.parse(dataset),
        row.getInt("version"));
  }

  private static Progress progress(ResultSet row, int number) throws SQLException {
    String state = row.getString("state");
    return new Progress(
        row.getString("id"),
        row.getString("commitment"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        state == null ? null : CommitmentState.valueOf(state.toUpperCase(Locale.ROOT)),
        row.getString("note"),
        row.getObject("due_before", LocalDate.class),
        row.getObject("due_after", LocalDate.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
