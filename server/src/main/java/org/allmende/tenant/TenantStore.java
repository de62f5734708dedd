package org.allmende.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of tenants and departments. */
@Repository
class TenantStore {

  private final JdbcClient sql;

  TenantStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Tenant> find(TenantId id) {
    return sql.sql("select * from tenant_tenant where slug = ?")
        .param(id.slug())
        .query(TenantStore::tenant)
        .optional();
  }

  List<Tenant> all() {
    return sql.sql("select * from tenant_tenant order by name").query(TenantStore::tenant).list();
  }

  List<Tenant> active() {
    return sql.sql("select * from tenant_tenant where removed_at is null order by name")
        .query(TenantStore::tenant)
        .list();
  }

  Optional<Tenant> findActive(TenantId id) {
    return sql.sql("select * from tenant_tenant where slug = ? and removed_at is null")
        .param(id.slug())
        .query(TenantStore::tenant)
        .optional();
  }

  boolean insert(Tenant tenant) {
    return write(
            """
            insert into tenant_tenant (slug, name, kind, accent, ags, contact, contributor_id)
            values (:slug, :name, :kind, :accent, :ags, :contact, :contributorId)
            on conflict (slug) do nothing
            """,
            tenant)
        == 1;
  }

  void update(Tenant tenant) {
    write(
        """
        update tenant_tenant set name = :name, kind = :kind, accent = :accent, ags = :ags, contact = :contact,
          contributor_id = :contributorId
        where slug = :slug
        """,
        tenant);
  }

  private int write(String statement, Tenant tenant) {
    return sql.sql(statement)
        .param("slug", tenant.slug())
        .param("name", tenant.name())
        .param("kind", tenant.kind().key())
        .param("accent", tenant.accent())
        .param("ags", tenant.ags())
        .param("contact", tenant.contact())
        .param("contributorId", tenant.contributorId())
        .update();
  }

  List<Department> departments(TenantId tenant) {
    return sql.sql(
            """
            select * from tenant_department where tenant = ? and closed_at is null
            order by name collate "de-x-icu"
            """)
        .param(tenant.slug())
        .query(TenantStore::department)
        .list();
  }

  Optional<Department> department(TenantId tenant, String id) {
    return sql.sql("select * from tenant_department where tenant = ? and id = ?")
        .param(tenant.slug())
        .param(id)
        .query(TenantStore::department)
        .optional();
  }

  List<Department> departments(Collection<TenantId> tenants, Collection<String> ids) {
    return sql.sql("select * from tenant_department where tenant = any (?) and id = any (?)")
        .param(tenants.stream().map(TenantId::slug).toArray(String[]::new))
        .param(ids.toArray(String[]::new))
        .query(TenantStore::department)
        .list();
  }

  boolean insert(Department department) {
    return sql.sql(
                "insert into tenant_department (id, tenant, name) values (?, ?, ?) on conflict (tenant, name) do nothing")
            .param(department.id())
            .param(department.tenant().slug())
            .param(department.name())
            .update()
        == 1;
  }

  private static Tenant tenant(ResultSet row, int number) throws SQLException {
    return new Tenant(
        new TenantId(row.getString("slug")),
        row.getString("name"),
        Tenant.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("accent"),
        row.getString("ags"),
        row.getString("contact"),
        row.getString("contributor_id"));
  }

  private static Department department(ResultSet row, int number) throws SQLException {
    return new Department(
        row.getString("id"), new TenantId(row.getString("tenant")), row.getString("name"));
  }
}
