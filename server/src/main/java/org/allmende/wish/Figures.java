package org.allmende.wish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the wishes, in honest figures. */
@Component
public class Figures {

  private final JdbcClient sql;
  private final WishRows rows;
  private final Clock clock;

  Figures(JdbcClient sql, WishRows rows, Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * The figures of one or several tenants.
   *
   * @param wished public wishes, the refused ones included
   * @param shareOfDemandMet people whose wish is published, of all people who need something; 0 to
   *     1
   * @param medianDaysToPublished null while nothing is published
   * @param since when the first one was stated
   */
  public record Sums(
      int wished,
      int found,
      int promised,
      int published,
      int used,
      int refused,
      int overdue,
      double shareOfDemandMet,
      @Nullable Integer medianDaysToPublished,
      @Nullable Instant since) {

    public BalanceView balance() {
      return new BalanceView(wished, found, promised, published, used);
    }
  }

  @AcrossTenants("The lab and the installation show the figures of all their towns.")
  @Transactional(readOnly = true)
  public Sums of(Collection<TenantId> tenants) {
    return sql.sql(
            """
            with listed as (
              select w.*,
                (select count(*) from wish_support s where s.wish = w.id) as people,
                (select c.due_on from wish_commitment c where c.wish = w.id order by c.at desc limit 1) as due_on,
                (select min(s.at) from wish_step s where s.wish = w.id and s.kind in ('published', 'found'))
                  as published_at,
                exists (select 1 from wish_step s where s.wish = w.id and s.kind in ('matched', 'found')) as was_found
              from wish_wish w
              where w.tenant in (:tenants) and w.visibility = 'public'
                and w.state not in ('submitted', 'merged', 'withdrawn')
            )
            select count(*) as wished,
              count(*) filter (where was_found or due_on is not null or published_at is not null) as found,
              count(*) filter (where due_on is not null or published_at is not null) as promised,
              count(*) filter (where published_at is not null) as published,
              count(*) filter (where state = 'used') as used,
              count(*) filter (where state = 'refused') as refused,
              count(*) filter (where state = 'committed' and due_on < :today) as overdue,
              coalesce(sum(people) filter (where published_at is not null), 0)::double precision
                / greatest(sum(people), 1)::double precision as share,
              percentile_disc(0.5) within group (order by extract(epoch from published_at - created_at) / 86400)
                filter (where published_at is not null) as median,
              min(created_at) as since
            from listed
            """)
        .param(
            "tenants",
            tenants.isEmpty() ? List.of("") : tenants.stream().map(TenantId::slug).toList())
        .param("today", LocalDate.now(clock))
        .query((row, number) -> {
          double median = row.getDouble("median");
          boolean none = row.wasNull();
          return new Sums(
              row.getInt("wished"),
              row.getInt("found"),
              row.getInt("promised"),
              row.getInt("published"),
              row.getInt("used"),
              row.getInt("refused"),
              row.getInt("overdue"),
              row.getDouble("share"),
              none ? null : (int) Math.round(median),
              row.getObject("since") == null ? null : WishStore.instant(row, "since"));
        })
        .single();
  }

  /** The public wishes that moved last. */
  @AcrossTenants("The lab and the installation show what is going on in all their towns.")
  @Transactional(readOnly = true)
  public List<WishRow> news(Collection<TenantId> tenants, int limit, Viewer viewer) {
    return lines(tenants, "true", limit, viewer);
  }

  /** The public wishes whose promise is late, the longest late first. */
  @AcrossTenants("The lab and the installation show what is late in all their towns.")
  @Transactional(readOnly = true)
  public List<WishRow> late(Collection<TenantId> tenants, int limit, Viewer viewer) {
    return lines(
            tenants,
            """
            w.state = 'committed' and exists (
              select 1 from wish_commitment c where c.wish = w.id and c.due_on < current_date
                and c.at = (select max(d.at) from wish_commitment d where d.wish = w.id))
            """,
            limit,
            viewer)
        .stream()
        .filter(WishRow::isOverdue)
        .toList();
  }

  private List<WishRow> lines(
      Collection<TenantId> tenants, String condition, int limit, Viewer viewer) {
    List<Wish> wishes =
        sql.sql(
                """
                select w.*,
                  (select count(*) from wish_support s where s.wish = w.id) as people,
                  (select coalesce(sum(n.dots), 0) from wish_note n where n.wish = w.id) as dots
                from wish_wish w
                where w.tenant in (:tenants) and w.visibility = 'public'
                  and w.state not in ('submitted', 'merged', 'withdrawn')
                  and (%s)
                order by w.moved_at desc, w.id limit :limit
                """
                    .formatted(condition))
            .param(
                "tenants",
                tenants.isEmpty() ? List.of("") : tenants.stream().map(TenantId::slug).toList())
            .param("limit", limit)
            .query(WishStore::wish)
            .list();
    return rows.of(wishes, viewer.locale());
  }
}
