package org.allmende.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of potentials. */
@Repository
class PotentialStore {

  private final JdbcClient sql;

  PotentialStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Potential> find(TenantId tenant, PotentialId id) {
    return sql.sql("select * from wish_potential where tenant = ? and id = ?")
        .params(tenant.slug(), id.value())
        .query(PotentialStore::potential)
        .optional();
  }

  /** Potentials by id, of whatever tenant; the caller has them from rows it may see. */
  Map<PotentialId, Potential> byIds(Collection<PotentialId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select * from wish_potential where id in (:ids)")
        .param("ids", ids.stream().map(PotentialId::value).toList())
        .query(PotentialStore::potential)
        .list()
        .stream()
        .collect(Collectors.toMap(Potential::id, Function.identity()));
  }

  /** The potentials of a tenant, newest first. */
  List<Potential> of(TenantId tenant, boolean publicOnly) {
    return sql.sql(
            """
            select * from wish_potential
            where tenant = :tenant and (not :publicOnly or (visibility = 'public' and accepted_at is not null))
            order by created_at desc, id
            """)
        .param("tenant", tenant.slug())
        .param("publicOnly", publicOnly)
        .query(PotentialStore::potential)
        .list();
  }

  /** Harvested for the tenant and not accepted yet. */
  List<Potential> toBeAccepted(TenantId tenant) {
    return sql.sql(
            "select * from wish_potential where tenant = ? and accepted_at is null order by created_at, id")
        .param(tenant.slug())
        .query(PotentialStore::potential)
        .list();
  }

  List<Potential> harvestedFrom(Ref workshop) {
    return sql.sql("select * from wish_potential where origin_ref = ? order by created_at, id")
        .param(workshop.toString())
        .query(PotentialStore::potential)
        .list();
  }

  void insert(Potential potential) {
    Origin origin = potential.origin();
    offered(
            """
            insert into wish_potential (id, tenant, host, title, summary, topic, department, contact_role, procedure,
              columns_sketch, area, time_span, rhythm, current_form, screening, published_elsewhere, personal_data,
              obstacles, remedy, quality, effort, effort_update, license, high_value, internal_users, visibility,
              accepted_at, offered_by, origin_title, origin_url, origin_ref, created_at)
            values (:id, :tenant, :host, :title, :summary, :topic, :department, :contactRole, :procedure,
              :columns, :area, :timeSpan, :rhythm, :currentForm, :screening, :publishedElsewhere, :personalData,
              :obstacles, :remedy, :quality, :effort, :effortUpdate, :license, :highValue, :internalUsers, :visibility,
              :acceptedAt, :offeredBy, :originTitle, :originUrl, :originRef, :at)
            """,
            potential)
        .param("host", WishStore.slug(potential.host()))
        .param("visibility", potential.visibility().key())
        .param(
            "acceptedAt",
            potential.acceptedAt() == null ? null : potential.acceptedAt().atOffset(ZoneOffset.UTC))
        .param("offeredBy", potential.offeredBy() == null ? null : potential.offeredBy().value())
        .param("originTitle", origin == null ? null : origin.title())
        .param("originUrl", origin == null ? null : origin.url())
        .param("originRef", origin == null || origin.ref() == null ? null : origin.ref().toString())
        .param("at", potential.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Writes the offer over the version the person saw; false if somebody else changed it meanwhile.
   */
  boolean change(Potential potential) {
    return offered(
                """
                update wish_potential set title = :title, summary = :summary, topic = :topic,
                  department = :department, contact_role = :contactRole, procedure = :procedure,
                  columns_sketch = :columns, area = :area, time_span = :timeSpan, rhythm = :rhythm,
                  current_form = :currentForm, screening = :screening, published_elsewhere = :publishedElsewhere,
                  personal_data = :personalData, obstacles = :obstacles, remedy = :remedy, quality = :quality,
                  effort = :effort, effort_update = :effortUpdate, license = :license, high_value = :highValue,
                  internal_users = :internalUsers, visibility = :visibility, version = version + 1
                where id = :id and tenant = :tenant and version = :version
                """,
                potential)
            .param("visibility", potential.visibility().key())
            .param("version", potential.version())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec offered(String statement, Potential potential) {
    Potential.Offer offer = potential.offer();
    return sql.sql(statement)
        .param("id", potential.id().value())
        .param("tenant", potential.tenant().slug())
        .param("title", offer.title())
        .param("summary", offer.summary())
        .param("topic", offer.topic())
        .param("department", offer.department())
        .param("contactRole", offer.contactRole())
        .param("procedure", offer.procedure())
        .param("columns", offer.columns())
        .param("area", offer.area())
        .param("timeSpan", offer.timeSpan())
        .param("rhythm", offer.rhythm())
        .param("currentForm", offer.currentForm())
        .param("screening", offer.screening())
        .param("publishedElsewhere", offer.publishedElsewhere())
        .param("personalData", offer.personalData().key())
        .param(
            "obstacles",
            offer.obstacles().stream().map(Potential.Obstacle::key).toArray(String[]::new))
        .param("remedy", offer.remedy() == null ? null : offer.remedy().key())
        .param("quality", offer.quality())
        .param("effort", offer.effort() == null ? null : offer.effort().key())
        .param("effortUpdate", offer.effortUpdate() == null ? null : offer.effortUpdate().key())
        .param("license", offer.license())
        .param("highValue", offer.highValue())
        .param("internalUsers", offer.internalUsers());
  }

  void accept(PotentialId id, Instant at) {
    sql.sql("update wish_potential set accepted_at = coalesce(accepted_at, ?) where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id.value())
        .update();
  }

  List<PotentialId> release(Ref workshop) {
    return sql.sql(
            """
            update wish_potential set visibility = 'public' where origin_ref = ? and visibility = 'internal'
            returning id
            """)
        .param(workshop.toString())
        .query((row, number) -> new PotentialId(row.getString(1)))
        .list();
  }

  private static Potential potential(ResultSet row, int number) throws SQLException {
    return new Potential(
        new PotentialId(row.getString("id")),
        new TenantId(row.getString("tenant")),
        WishStore.tenant(row, "host"),
        offer(row),
        constant(Visibility.class, row, "visibility"),
        row.getObject("accepted_at") == null ? null : WishStore.instant(row, "accepted_at"),
        WishStore.person(row, "offered_by"),
        WishStore.origin(row),
        row.getInt("version"),
        WishStore.instant(row, "created_at"));
  }

  private static Potential.Offer offer(ResultSet row) throws SQLException {
    return new Potential.Offer(
        row.getString("title"),
        row.getString("summary"),
        row.getString("topic"),
        row.getString("department"),
        row.getString("contact_role"),
        row.getString("procedure"),
        row.getString("columns_sketch"),
        row.getString("area"),
        row.getString("time_span"),
        row.getString("rhythm"),
        row.getString("current_form"),
        row.getString("screening"),
        row.getString("published_elsewhere"),
        constant(Potential.PersonalData.class, row, "personal_data"),
        Stream.of((String[]) row.getArray("obstacles").getArray())
            .map(key -> Potential.Obstacle.valueOf(key.toUpperCase(Locale.ROOT)))
            .toList(),
        optional(Potential.Remedy.class, row, "remedy"),
        row.getString("quality"),
        optional(Potential.Effort.class, row, "effort"),
        optional(Potential.Effort.class, row, "effort_update"),
        row.getString("license"),
        row.getBoolean("high_value"),
        row.getString("internal_users"));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, ResultSet row, String column)
      throws SQLException {
    return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
  }

  private static <E extends Enum<E>> @Nullable E optional(
      Class<E> type, ResultSet row, String column) throws SQLException {
    return row.getString(column) == null ? null : constant(type, row, column);
  }
}
