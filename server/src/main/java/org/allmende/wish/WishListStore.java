package org.allmende.wish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of lists of wishes: what readers see, how many there are of each kind, and what lies on
 * the desk.
 */
@Repository
class WishListStore {

  /** All public wishes of the tenant with the mark of their thread. */
  private static final String PUBLIC =
      """
      with listed as (
        select w.*,
          (select count(*) from wish_support s where s.wish = w.id) as people,
          (select coalesce(sum(n.dots), 0) from wish_note n where n.wish = w.id) as dots,
          case w.state
            when 'matched' then 'found'
            when 'committed' then
              case when (select c.due_on from wish_commitment c where c.wish = w.id order by c.at desc limit 1) < :today
                then 'overdue' else 'promised' end
            when 'published' then 'published'
            when 'used' then 'used'
            when 'refused' then 'refused'
            else 'wanted'
          end as mark
        from wish_wish w
        where (w.tenant = :tenant or w.carrier = :tenant) and w.visibility = 'public'
          and w.state not in ('submitted', 'merged', 'withdrawn')
      ), chosen as (
        select * from listed l
        where (:anyWords or l.id in (:found) or l.need ilike :like or l.purpose ilike :like)
          and (:anyMark or l.mark in (:marks))
          and (:anyTopic or l.topic in (:topics))
          and (:anyCircle or exists (select 1 from wish_support s where s.wish = l.id and s.circle in (:circles)))
      )
      """;

  private final JdbcClient sql;

  WishListStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One page of the list. */
  List<Wish> page(TenantId tenant, WishFilter filter, LocalDate today, Set<String> found) {
    String order =
        switch (filter.order()) {
          case MOVED -> "moved_at desc";
          case PEOPLE -> "people desc, moved_at desc";
          case NEW -> "created_at desc";
        };
    return bound(
            PUBLIC + "select * from chosen order by " + order + ", id limit :limit offset :offset",
            tenant,
            filter,
            today,
            found)
        .param("limit", WishFilter.PAGE)
        .param("offset", filter.offset())
        .query(WishStore::wish)
        .list();
  }

  int count(TenantId tenant, WishFilter filter, LocalDate today, Set<String> found) {
    return bound(PUBLIC + "select count(*) from chosen", tenant, filter, today, found)
        .query(Integer.class)
        .single();
  }

  /** How many wishes there are of each mark, circle and topic, as {@code mark:wanted → 32}. */
  Map<String, Integer> facets(
      TenantId tenant, WishFilter filter, LocalDate today, Set<String> found) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    bound(
            PUBLIC
                + """
                select 'mark:' || mark as facet, count(*) as number from listed group by mark
                union all
                select 'circle:' || s.circle, count(distinct l.id)
                  from listed l join wish_support s on s.wish = l.id group by s.circle
                union all
                select 'topic:' || topic, count(*) from listed where topic is not null group by topic
                order by number desc, facet
                """,
            tenant,
            filter,
            today,
            found)
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  private JdbcClient.StatementSpec bound(
      String statement, TenantId tenant, WishFilter filter, LocalDate today, Set<String> found) {
    return sql.sql(statement)
        .param("tenant", tenant.slug())
        .param("today", today)
        .param("anyWords", filter.words().isEmpty())
        .param("found", orNothing(found.stream().toList()))
        .param("like", "%" + filter.words().replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .param("anyMark", filter.marks().isEmpty())
        .param(
            "marks",
            orNothing(
                filter.marks().stream().map(mark -> mark.name().toLowerCase(Locale.ROOT)).toList()))
        .param("anyTopic", filter.topics().isEmpty())
        .param("topics", orNothing(List.copyOf(filter.topics())))
        .param("anyCircle", filter.circles().isEmpty())
        .param("circles", orNothing(filter.circles().stream().map(Circle::key).toList()));
  }

  /** SQL has no empty list. */
  private static List<String> orNothing(List<String> values) {
    return values.isEmpty() ? List.of("") : values;
  }

  /** All public wishes the tenant may rank. */
  List<Wish> ranked(TenantId tenant) {
    return sql.sql(
            """
            select w.*,
              (select count(*) from wish_support s where s.wish = w.id) as people,
              (select coalesce(sum(n.dots), 0) from wish_note n where n.wish = w.id) as dots
            from wish_wish w
            where w.carrier = ? and w.visibility = 'public'
              and w.state not in ('submitted', 'merged', 'withdrawn', 'published', 'used', 'forwarded')
            """)
        .param(tenant.slug())
        .query(WishStore::wish)
        .list();
  }

  /**
   * What waits for a steward of the tenant: to be listed, accepted, answered, matched or promised.
   */
  List<Wish> desk(TenantId tenant) {
    return sql.sql(
            """
            select w.*,
              (select count(*) from wish_support s where s.wish = w.id) as people,
              (select coalesce(sum(n.dots), 0) from wish_note n where n.wish = w.id) as dots
            from wish_wish w
            where (w.carrier = :tenant and w.state in ('submitted', 'listed', 'matched', 'committed'))
              or w.offered_to = :tenant
            order by w.moved_at desc, w.id
            limit 500
            """)
        .param("tenant", tenant.slug())
        .query(WishStore::wish)
        .list();
  }

  /** Public wishes of other tenants about the same topic. */
  @AcrossTenants("Reading across towns is the point: who else wants this.")
  List<Wish> alikeElsewhere(TenantId tenant, String topic, int limit) {
    return sql.sql(
            """
            select w.*,
              (select count(*) from wish_support s where s.wish = w.id) as people,
              (select coalesce(sum(n.dots), 0) from wish_note n where n.wish = w.id) as dots
            from wish_wish w
            where w.topic = :topic and w.tenant <> :tenant and w.carrier <> :tenant and w.visibility = 'public'
              and w.state not in ('submitted', 'merged', 'withdrawn')
            order by w.moved_at desc, w.id limit :limit
            """)
        .param("topic", topic)
        .param("tenant", tenant.slug())
        .param("limit", limit)
        .query(WishStore::wish)
        .list();
  }
}
