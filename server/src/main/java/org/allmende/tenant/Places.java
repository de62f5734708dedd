package org.allmende.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of the tenants. What is said of a place belongs to it by naming it; nobody files it.
 */
@Component
public class Places {

  private final JdbcClient sql;
  private final Clock clock;
  private final Audit audit;

  Places(JdbcClient sql, Clock clock, Audit audit) {
    this.sql = sql;
    this.clock = clock;
    this.audit = audit;
  }

  /** The places of a tenant, in the order of their names. */
  public List<Place> of(TenantId tenant) {
    return sql.sql(
            """
            select * from tenant_place where tenant = ? and closed_at is null
            order by name collate "de-x-icu"
            """)
        .param(tenant.slug())
        .query(Places::place)
        .list();
  }

  public Optional<Place> find(TenantId tenant, String id) {
    return sql.sql("select * from tenant_place where tenant = ? and id = ? and closed_at is null")
        .param(tenant.slug())
        .param(id)
        .query(Places::place)
        .optional();
  }

  /** Those of several tenants that have one of the ids. */
  public List<Place> find(Collection<TenantId> tenants, Collection<String> ids) {
    return sql.sql(
            """
            select * from tenant_place where tenant = any (?) and id = any (?) and closed_at is null
            """)
        .param(tenants.stream().map(TenantId::slug).toArray(String[]::new))
        .param(ids.toArray(String[]::new))
        .query(Places::place)
        .list();
  }

  /** Those that a text names. */
  public List<Place> namedIn(TenantId tenant, String text) {
    return of(tenant).stream().filter(place -> place.isNamedIn(text)).toList();
  }

  /** From now on the tenant has just these; one that comes back is the one it was. */
  @Transactional
  public void rename(TenantId tenant, Collection<String> names, Viewer admin) {
    sql.sql(
            """
            update tenant_place set closed_at = :now
            where tenant = :tenant and closed_at is null and name <> all (:names)
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("tenant", tenant.slug())
        .param("names", names.toArray(String[]::new))
        .update();
    for (String name : names) {
      sql.sql(
              """
              insert into tenant_place (id, tenant, name) values (?, ?, ?)
              on conflict (tenant, name) do update set closed_at = null
              """)
          .params(Ids.next(), tenant.slug(), name)
          .update();
    }
    audit.record(tenant, admin, "places.rename", new Ref("tenant", tenant.slug()));
  }

  private static Place place(ResultSet row, int number) throws SQLException {
    return new Place(
        row.getString("id"), new TenantId(row.getString("tenant")), row.getString("name"));
  }
}
