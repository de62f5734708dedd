package org.allmende.wish;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetQuery;
import org.allmende.catalog.Datasets;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ranks the open wishes of a tenant: first whether the law allows it, then benefit divided by
 * effort.
 */
@Component
public class Priorities {

  private static final int DATASETS = 2000;

  private final WishListStore lists;
  private final WishRows rows;
  private final SupportStore supports;
  private final MatchStore matches;
  private final PotentialStore potentials;
  private final StepStore steps;
  private final WishStore wishes;
  private final Datasets datasets;
  private final Tenants tenants;
  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;

  Priorities(
      WishListStore lists,
      WishRows rows,
      SupportStore supports,
      MatchStore matches,
      PotentialStore potentials,
      StepStore steps,
      WishStore wishes,
      Datasets datasets,
      Tenants tenants,
      JdbcClient sql,
      Audit audit,
      Clock clock) {
    this.lists = lists;
    this.rows = rows;
    this.supports = supports;
    this.matches = matches;
    this.potentials = potentials;
    this.steps = steps;
    this.wishes = wishes;
    this.datasets = datasets;
    this.tenants = tenants;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A wish on the list.
   *
   * @param rank its place, 0 where the law forbids it
   * @param others the other towns that have published such data
   * @param moved why a person put it on this place, null for the computed one
   * @param barred why the law forbids it, null if it does not
   */
  record Ranked(
      int rank,
      WishRow wish,
      Priority priority,
      List<String> others,
      @Nullable String moved,
      @Nullable String barred) {}

  /** All open wishes of the tenant; those the law forbids come last, without rank. */
  @Transactional(readOnly = true)
  List<Ranked> of(TenantId tenant, Locale locale) {
    List<Wish> open = lists.ranked(tenant);
    List<WishId> ids = open.stream().map(Wish::id).toList();
    Map<WishId, WishRow> lines =
        rows.of(open, locale).stream().collect(Collectors.toMap(WishRow::id, row -> row));
    Map<WishId, Map<Circle, Integer>> circles = supports.circles(ids);
    Map<WishId, Potential> found = potentialsOf(ids);
    Map<WishId, Step> last = steps.last(ids);
    Map<String, List<String>> published = townsByTopic(tenant);
    Map<WishId, Moved> moved = moved(ids);
    List<Ranked> free = new ArrayList<>();
    List<Ranked> barred = new ArrayList<>();
    for (Wish wish : open) {
      Potential potential = found.get(wish.id());
      Priority priority =
          Priority.of(
              wish.dots(), wish.people(), circles.getOrDefault(wish.id(), Map.of()), potential);
      WishRow row = java.util.Objects.requireNonNull(lines.get(wish.id()));
      String topic = wish.need().topic();
      List<String> others = topic == null ? List.of() : published.getOrDefault(topic, List.of());
      Optional<String> reason = barred(wish, potential, last.get(wish.id()));
      if (reason.isPresent()) {
        barred.add(new Ranked(0, row, priority, others, null, reason.get()));
      } else if (wish.state() != WishState.REFUSED) {
        Moved by = moved.get(wish.id());
        free.add(
            new Ranked(
                by == null ? 0 : by.rank(),
                row,
                priority,
                others,
                by == null ? null : by.reason(),
                null));
      }
    }
    List<Ranked> ranked = ranked(free);
    ranked.addAll(barred);
    return ranked;
  }

  /** Computed order; who was given a place by a person stands there. */
  private static List<Ranked> ranked(List<Ranked> free) {
    List<Ranked> computed =
        new ArrayList<>(
            free.stream()
                .filter(wish -> wish.moved() == null)
                .sorted(
                    Comparator.comparing((Ranked wish) -> wish.priority().value())
                        .thenComparing(wish -> wish.wish().people())
                        .reversed()
                        .thenComparing(wish -> wish.wish().id().value()))
                .toList());
    free.stream()
        .filter(wish -> wish.moved() != null)
        .sorted(Comparator.comparing(Ranked::rank))
        .forEach(wish -> computed.add(Math.clamp(wish.rank() - 1, 0, computed.size()), wish));
    List<Ranked> ranked = new ArrayList<>();
    for (Ranked wish : computed) {
      ranked.add(
          new Ranked(
              ranked.size() + 1, wish.wish(), wish.priority(), wish.others(), wish.moved(), null));
    }
    return ranked;
  }

  /** The reason as the law or the refusal gives it; empty if nothing forbids it. */
  private static Optional<String> barred(
      Wish wish, @Nullable Potential potential, @Nullable Step last) {
    if (wish.state() == WishState.REFUSED) {
      return last != null && last.code() == RefusalCode.LEGALLY_BARRED
          ? Optional.of(last.text() == null ? "" : last.text())
          : Optional.empty();
    }
    return potential != null && Priority.isBarred(potential)
        ? Optional.of(potential.offer().title())
        : Optional.empty();
  }

  /** The easiest potential each wish was matched with. */
  private Map<WishId, Potential> potentialsOf(List<WishId> ids) {
    Map<WishId, List<Match>> matched = matches.of(ids);
    Map<PotentialId, Potential> found =
        potentials.byIds(
            matched.values().stream()
                .flatMap(List::stream)
                .filter(match -> match.target().kind().equals("potential"))
                .map(match -> new PotentialId(match.target().id()))
                .distinct()
                .toList());
    Map<WishId, Potential> easiest = new HashMap<>();
    matched.forEach((wish, all) ->
        all.stream()
            .map(match -> found.get(new PotentialId(match.target().id())))
            .filter(java.util.Objects::nonNull)
            .min(Comparator.comparing(Priorities::weight))
            .ifPresent(potential -> easiest.put(wish, potential)));
    return easiest;
  }

  private static int weight(Potential potential) {
    Potential.Effort effort = potential.offer().effort();
    return effort == null ? Potential.Effort.M.weight() : effort.weight();
  }

  private Map<String, List<String>> townsByTopic(TenantId tenant) {
    Map<TenantId, String> names =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    Map<String, TreeSet<String>> towns = new TreeMap<>();
    for (Dataset dataset : datasets.list(DatasetQuery.ofAll(DATASETS))) {
      if (!dataset.tenant().equals(tenant) && dataset.metadata().topic() != null) {
        towns
            .computeIfAbsent(dataset.metadata().topic().slug(), topic -> new TreeSet<>())
            .add(names.getOrDefault(dataset.tenant(), dataset.tenant().slug()));
      }
    }
    return towns.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }

  private record Moved(WishId wish, int rank, String reason) {}

  private Map<WishId, Moved> moved(List<WishId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select wish, rank, reason from wish_rank where wish in (:ids)")
        .param("ids", ids.stream().map(WishId::value).toList())
        .query((row, number) ->
            new Moved(new WishId(row.getString(1)), row.getInt(2), row.getString(3)))
        .list()
        .stream()
        .collect(Collectors.toMap(Moved::wish, entry -> entry));
  }

  /** The place of one wish; empty if it is not ranked. */
  Optional<WishLists.Rank> rank(Wish wish) {
    if (!wish.isPublic()) {
      return Optional.empty();
    }
    List<Ranked> all =
        of(wish.carrier(), Locale.GERMAN).stream().filter(ranked -> ranked.rank() > 0).toList();
    return all.stream()
        .filter(ranked -> ranked.wish().id().equals(wish.id()))
        .findFirst()
        .map(ranked -> new WishLists.Rank(ranked.rank(), all.size()));
  }

  /**
   * A person gives the wish another place; the reason is public. Place 0 returns to the computed
   * one.
   */
  @Transactional
  public void move(TenantId tenant, WishId id, int rank, String reason, Viewer by) {
    by.require(tenant, Role.STEWARD, Role.FACILITATOR);
    Wish wish = wishes.lock(tenant, id).orElseThrow(() -> Problem.notFound("wish.notFound"));
    if (rank == 0) {
      sql.sql("delete from wish_rank where wish = ?").param(wish.id().value()).update();
    } else {
      sql.sql(
              """
              insert into wish_rank (wish, rank, reason, person, at) values (:wish, :rank, :reason, :person, :at)
              on conflict (wish) do update set rank = excluded.rank, reason = excluded.reason,
                person = excluded.person, at = excluded.at
              """)
          .param("wish", wish.id().value())
          .param("rank", rank)
          .param("reason", reason)
          .param("person", by.person() == null ? null : by.person().value())
          .param("at", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    audit.record(tenant, by, "wish.rank", id.ref());
  }
}
