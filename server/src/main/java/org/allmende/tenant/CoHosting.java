package org.allmende.tenant;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which tenants carry a thing together with its owner. An invitation counts once the invited tenant
 * accepts it; a tenant that gave the owner harvest rights has accepted beforehand.
 */
@Component
public class CoHosting {

  private final JdbcClient sql;
  private final Clock clock;
  private final Audit audit;

  CoHosting(JdbcClient sql, Clock clock, Audit audit) {
    this.sql = sql;
    this.clock = clock;
    this.audit = audit;
  }

  /** Invites tenants to carry the owner's thing with it. */
  @Transactional
  public void invite(Ref thing, TenantId owner, List<TenantId> invited, Viewer by) {
    for (TenantId tenant : invited) {
      if (tenant.equals(owner)) {
        continue;
      }
      OffsetDateTime now = OffsetDateTime.now(clock);
      sql.sql(
              """
              insert into tenant_co_host (ref, tenant, owner, invited_at, accepted_at)
              values (:ref, :tenant, :owner, :now, case when :trusted then :now::timestamptz end)
              on conflict do nothing
              """)
          .param("ref", thing.toString())
          .param("tenant", tenant.slug())
          .param("owner", owner.slug())
          .param("now", now)
          .param("trusted", mayHarvestFor(owner, tenant))
          .update();
      audit.record(owner, by, "cohost.invite", thing);
    }
  }

  /** Accepts an invitation on behalf of the invited tenant. */
  @Transactional
  public void accept(Ref thing, TenantId tenant, Viewer by) {
    sql.sql(
            "update tenant_co_host set accepted_at = coalesce(accepted_at, ?) where ref = ? and tenant = ?")
        .param(OffsetDateTime.now(clock))
        .param(thing.toString())
        .param(tenant.slug())
        .update();
    audit.record(tenant, by, "cohost.accept", thing);
  }

  /** The tenants that accepted to carry the thing, without its owner. */
  public List<TenantId> of(Ref thing) {
    return tenants(
        "select tenant from tenant_co_host where ref = ? and accepted_at is not null order by tenant",
        thing);
  }

  /** The tenants that accepted to carry each of the things, without their owners. */
  public Map<Ref, List<TenantId>> of(Collection<Ref> things) {
    if (things.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            "select ref, tenant from tenant_co_host where ref in (:refs) and accepted_at is not null order by tenant")
        .param("refs", things.stream().map(Ref::toString).toList())
        .query(
            (row, number) -> Map.entry(Ref.parse(row.getString(1)), new TenantId(row.getString(2))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** The tenants invited that have not answered yet. */
  public List<TenantId> invited(Ref thing) {
    return tenants(
        "select tenant from tenant_co_host where ref = ? and accepted_at is null order by tenant",
        thing);
  }

  /** The things of a kind that the tenant carries with others. */
  public List<Ref> carriedBy(TenantId tenant, String kind) {
    return sql
        .sql(
            "select ref from tenant_co_host where tenant = ? and ref like ? and accepted_at is not null order by ref")
        .param(tenant.slug())
        .param(kind + ":%")
        .query(String.class)
        .list()
        .stream()
        .map(Ref::parse)
        .toList();
  }

  /** The invitations of a kind that wait for the tenant's answer. */
  public List<Ref> waitingFor(TenantId tenant, String kind) {
    return sql
        .sql(
            "select ref from tenant_co_host where tenant = ? and ref like ? and accepted_at is null order by ref")
        .param(tenant.slug())
        .param(kind + ":%")
        .query(String.class)
        .list()
        .stream()
        .map(Ref::parse)
        .toList();
  }

  /**
   * Lets the host turn what the tenant's people say in its workshops into the tenant's wishes and
   * potentials.
   */
  @Transactional
  public void grantHarvest(TenantId tenant, TenantId host, Viewer by) {
    sql.sql(
            "insert into tenant_harvest_right (tenant, host, at) values (?, ?, ?) on conflict do nothing")
        .param(tenant.slug())
        .param(host.slug())
        .param(OffsetDateTime.now(clock))
        .update();
    audit.record(tenant, by, "harvest.grant", new Ref("tenant", host.slug()));
  }

  /** Whether what the host harvests for the tenant belongs to it at once. */
  public boolean mayHarvestFor(TenantId host, TenantId tenant) {
    return host.equals(tenant) || harvestRights(host).contains(tenant);
  }

  /** The tenants that trust the host's harvest. */
  public Set<TenantId> harvestRights(TenantId host) {
    return Set.copyOf(
        sql.sql("select tenant from tenant_harvest_right where host = ?")
            .param(host.slug())
            .query((row, number) -> new TenantId(row.getString(1)))
            .list());
  }

  private List<TenantId> tenants(String query, Ref thing) {
    return sql.sql(query)
        .param(thing.toString())
        .query((row, number) -> new TenantId(row.getString(1)))
        .list();
  }
}
