package org.allmende.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of wishes. */
@Repository
class WishStore {

  private static final String SELECT =
      """
      select w.*,
        (select count(*) from wish_support s where s.wish = w.id) as people,
        (select coalesce(sum(n.dots), 0) from wish_note n where n.wish = w.id) as dots
      from wish_wish w
      """;

  private final JdbcClient sql;

  WishStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** The wish, if it concerns the tenant. */
  Optional<Wish> find(TenantId tenant, WishId id) {
    return sql.sql(SELECT + "where w.id = :id and :tenant in (w.tenant, w.carrier, w.offered_to)")
        .param("id", id.value())
        .param("tenant", tenant.slug())
        .query(WishStore::wish)
        .optional();
  }

  /** The wish, kept from being changed by others until the transaction ends. */
  Optional<Wish> lock(TenantId tenant, WishId id) {
    sql.sql("select id from wish_wish where id = ? for update")
        .param(id.value())
        .query(String.class)
        .optional();
    return find(tenant, id);
  }

  List<Wish> harvestedFrom(Ref workshop) {
    return sql.sql(SELECT + "where w.origin_ref = ? order by w.created_at, w.id")
        .param(workshop.toString())
        .query(WishStore::wish)
        .list();
  }

  /** Wishes by id, of whatever tenant; the caller has them from rows it may see. */
  Map<WishId, Wish> byIds(Collection<WishId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(SELECT + "where w.id in (:ids)")
        .param("ids", ids.stream().map(WishId::value).toList())
        .query(WishStore::wish)
        .list()
        .stream()
        .collect(Collectors.toMap(Wish::id, wish -> wish));
  }

  void insert(Wish wish) {
    Origin origin = wish.origin();
    worded(
            """
            insert into wish_wish (id, tenant, carrier, host, need, purpose, question, problem, enables, hat,
              organisation, topic, granularity, freshness, form, urgency, workaround, visibility, wisher, wisher_name,
              origin_title, origin_url, origin_ref, state, created_at, moved_at)
            values (:id, :tenant, :tenant, :host, :need, :purpose, :question, :problem, :enables, :hat,
              :organisation, :topic, :granularity, :freshness, :form, :urgency, :workaround, :visibility, :wisher,
              :wisherName, :originTitle, :originUrl, :originRef, :state, :at, :at)
            """,
            wish)
        .param("tenant", wish.tenant().slug())
        .param("host", slug(wish.host()))
        .param("visibility", wish.visibility().key())
        .param("wisher", wish.wisher() == null ? null : wish.wisher().value())
        .param("wisherName", wish.wisherName())
        .param("originTitle", origin == null ? null : origin.title())
        .param("originUrl", origin == null ? null : origin.url())
        .param("originRef", origin == null || origin.ref() == null ? null : origin.ref().toString())
        .param("state", wish.state().key())
        .param("at", wish.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Writes what the wish says; the caller ties the step that tells so. */
  void reword(Wish wish) {
    worded(
            """
            update wish_wish set need = :need, purpose = :purpose, question = :question, problem = :problem,
              enables = :enables, hat = :hat, organisation = :organisation, topic = :topic,
              granularity = :granularity, freshness = :freshness, form = :form, urgency = :urgency,
              workaround = :workaround
            where id = :id
            """,
            wish)
        .update();
  }

  private JdbcClient.StatementSpec worded(String statement, Wish wish) {
    Need need = wish.need();
    Need.Details details = need.details();
    return sql.sql(statement)
        .param("id", wish.id().value())
        .param("need", need.text())
        .param("purpose", need.purpose())
        .param("question", need.question())
        .param("problem", need.problem())
        .param("enables", need.enables())
        .param("hat", need.hat().key())
        .param("organisation", need.organisation())
        .param("topic", need.topic())
        .param("granularity", details.granularity())
        .param("freshness", details.freshness())
        .param("form", details.form())
        .param("urgency", details.urgency())
        .param("workaround", details.workaround());
  }

  /** Notes where the last step led. */
  void move(WishId id, WishState state, Instant at) {
    sql.sql(
            """
            update wish_wish set state = ?, moved_at = greatest(moved_at, ?), version = version + 1 where id = ?
            """)
        .params(state.key(), at.atOffset(ZoneOffset.UTC), id.value())
        .update();
  }

  void offer(WishId id, @Nullable TenantId to) {
    sql.sql("update wish_wish set offered_to = ? where id = ?")
        .param(slug(to))
        .param(id.value())
        .update();
  }

  void carry(WishId id, TenantId carrier) {
    sql.sql("update wish_wish set carrier = ?, offered_to = null where id = ?")
        .params(carrier.slug(), id.value())
        .update();
  }

  void mergeInto(WishId id, WishId target) {
    sql.sql("update wish_wish set merged_into = ? where id = ?")
        .params(target.value(), id.value())
        .update();
  }

  /** Makes the internal wishes of a workshop public; returns them. */
  List<WishId> release(Ref workshop) {
    return sql.sql(
            """
            update wish_wish set visibility = 'public' where origin_ref = ? and visibility = 'internal' returning id
            """)
        .param(workshop.toString())
        .query((row, number) -> new WishId(row.getString(1)))
        .list();
  }

  /** The rows of a query that selects {@code w.*}, {@code people} and {@code dots}. */
  static Wish wish(ResultSet row, int number) throws SQLException {
    return new Wish(
        new WishId(row.getString("id")),
        new TenantId(row.getString("tenant")),
        new TenantId(row.getString("carrier")),
        tenant(row, "offered_to"),
        tenant(row, "host"),
        need(row),
        Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)),
        WishState.of(row.getString("state")),
        person(row, "wisher"),
        row.getString("wisher_name"),
        origin(row),
        row.getInt("dots"),
        row.getInt("people"),
        row.getString("merged_into") == null ? null : new WishId(row.getString("merged_into")),
        row.getInt("version"),
        instant(row, "created_at"),
        instant(row, "moved_at"));
  }

  private static Need need(ResultSet row) throws SQLException {
    return new Need(
        row.getString("need"),
        row.getString("purpose"),
        row.getString("question"),
        row.getString("problem"),
        row.getString("enables"),
        Hat.of(row.getString("hat")),
        row.getString("organisation"),
        row.getString("topic"),
        new Need.Details(
            row.getString("granularity"),
            row.getString("freshness"),
            row.getString("form"),
            row.getString("urgency"),
            row.getString("workaround")));
  }

  static @Nullable Origin origin(ResultSet row) throws SQLException {
    String title = row.getString("origin_title");
    String ref = row.getString("origin_ref");
    return title == null
        ? null
        : new Origin(title, row.getString("origin_url"), ref == null ? null : Ref.parse(ref));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new PersonId(id);
  }

  static @Nullable TenantId tenant(ResultSet row, String column) throws SQLException {
    String slug = row.getString(column);
    return slug == null ? null : new TenantId(slug);
  }

  static @Nullable String slug(@Nullable TenantId tenant) {
    return tenant == null ? null : tenant.slug();
  }
}
