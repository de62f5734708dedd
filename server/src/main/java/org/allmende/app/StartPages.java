package org.allmende.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetQuery;
import org.allmende.catalog.Datasets;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.allmende.wish.Figures;
import org.allmende.wish.WishRow;
import org.allmende.workshop.Workshop;
import org.allmende.workshop.Workshops;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The start page of a tenant, of a lab with its towns, and of the whole installation. */
@Controller
class StartPages {

  private static final int NEWS = 4;
  private static final int DATASETS = 3;

  private final Tenants tenants;
  private final CoHosting coHosting;
  private final Figures figures;
  private final Datasets datasets;
  private final Workshops workshops;
  private final Clock clock;

  StartPages(
      Tenants tenants,
      CoHosting coHosting,
      Figures figures,
      Datasets datasets,
      Workshops workshops,
      Clock clock) {
    this.tenants = tenants;
    this.coHosting = coHosting;
    this.figures = figures;
    this.datasets = datasets;
    this.workshops = workshops;
    this.clock = clock;
  }

  @SharedPage
  @GetMapping("/")
  ModelAndView installation(Viewer viewer) {
    List<Tenant> all = tenants.active();
    Set<TenantId> ids = all.stream().map(Tenant::id).collect(Collectors.toSet());
    return page(
        Optional.empty(),
        all,
        ids,
        datasets.list(DatasetQuery.ofAll(DATASETS)),
        all.stream()
            .map(Tenant::id)
            .flatMap(id -> workshops.carriedBy(id).stream())
            .distinct()
            .toList(),
        viewer);
  }

  @SharedPage
  @GetMapping({"/{tenant}", "/{tenant}/"})
  ModelAndView ofTenant(Tenant tenant, Viewer viewer) {
    List<Workshop> carried = workshops.carriedBy(tenant.id());
    Set<TenantId> towns = towns(tenant, carried);
    return page(
        Optional.of(tenant),
        towns.size() < 2
            ? List.of()
            : tenants.active().stream()
                .filter(other -> towns.contains(other.id()) && !other.equals(tenant))
                .toList(),
        towns,
        newest(towns),
        carried,
        viewer);
  }

  /** A lab shows what goes on in the towns that trust its harvest or carry its workshops. */
  private Set<TenantId> towns(Tenant tenant, List<Workshop> carried) {
    Set<TenantId> towns = new TreeSet<>(Comparator.comparing(TenantId::slug));
    towns.add(tenant.id());
    if (tenant.kind() == Tenant.Kind.LAB || tenant.kind() == Tenant.Kind.ASSOCIATION) {
      towns.addAll(coHosting.harvestRights(tenant.id()));
      carried.stream()
          .filter(workshop -> workshop.tenant().equals(tenant.id()))
          .forEach(workshop -> towns.addAll(workshop.coHosts()));
    }
    return towns;
  }

  private List<Dataset> newest(Set<TenantId> towns) {
    return towns.stream()
        .flatMap(town -> datasets.list(DatasetQuery.of(town, DATASETS)).stream())
        .sorted(
            Comparator.comparing((Dataset dataset) ->
                    Objects.requireNonNullElse(dataset.publishedAt(), Instant.EPOCH))
                .reversed())
        .limit(DATASETS)
        .toList();
  }

  private ModelAndView page(
      Optional<Tenant> tenant,
      List<Tenant> towns,
      Collection<TenantId> ids,
      List<Dataset> newest,
      List<Workshop> carried,
      Viewer viewer) {
    List<WishRow> late = figures.late(ids, 1, viewer);
    Map<TenantId, String> names =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    StartView view =
        new StartView(
            tenant.map(Tenant::name).orElse(""),
            tenant.map(t -> t.url("")).orElse(""),
            figures.of(ids),
            news(figures.news(ids, NEWS, viewer), late),
            newest,
            next(carried),
            towns,
            names,
            ids.size() > 1);
    return new ModelAndView("app/start", Map.of("start", view));
  }

  /** The newest threads; one that is late is always among them. */
  private static List<WishRow> news(List<WishRow> newest, List<WishRow> late) {
    if (newest.stream().anyMatch(WishRow::isOverdue) || late.isEmpty()) {
      return newest;
    }
    return Stream.concat(newest.stream().limit(NEWS - 1), late.stream()).toList();
  }

  private List<Workshop> next(List<Workshop> carried) {
    Instant now = clock.instant();
    return carried.stream()
        .filter(workshop -> workshop.endsAt().isAfter(now))
        .sorted(Comparator.comparing(Workshop::startsAt))
        .limit(1)
        .toList();
  }
}
