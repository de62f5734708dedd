package org.allmende.wish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Pace;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wishes for programs: stating, reading, supporting. */
@RestController
@RequestMapping("/{tenant}/api/v1")
class WishApi {

  private final Wishes wishes;
  private final WishLists lists;
  private final Threads threads;
  private final Figures figures;
  private final Topics topics;
  private final PrivateLinks links;
  private final PublicAddress address;
  private final Pace pace;

  WishApi(
      Wishes wishes,
      WishLists lists,
      Threads threads,
      Figures figures,
      Topics topics,
      PrivateLinks links,
      PublicAddress address,
      Pace pace) {
    this.wishes = wishes;
    this.lists = lists;
    this.threads = threads;
    this.figures = figures;
    this.topics = topics;
    this.links = links;
    this.address = address;
    this.pace = pace;
  }

  record Stated(String id, String url, String privateUrl) {}

  /** A wish as programs see it; the person stays out. */
  record WishBody(
      String id,
      String url,
      String tenant,
      String need,
      @Nullable String purpose,
      @Nullable String question,
      String hat,
      @Nullable String organisation,
      @Nullable String topic,
      String state,
      int supporters,
      @Nullable LocalDate dueOn,
      int version,
      Instant createdAt,
      Instant movedAt) {}

  /** A wish in the list. */
  record RowBody(
      String id,
      String url,
      String need,
      @Nullable String topic,
      String state,
      int supporters,
      @Nullable LocalDate dueOn,
      Instant movedAt) {}

  record Counted(int supporters, boolean counted) {}

  @PostMapping("/wishes")
  ResponseEntity<Stated> state(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    WishForm read = WishForm.read(form, topics);
    form.orThrow();
    pace.count(viewer, request, response);
    WishId id = wishes.state(tenant.id(), read, form.submission(), viewer);
    String url = address.of(tenant.url("/wishes/" + id));
    return Created.at(url, new Stated(id.value(), url, links.url(tenant.id(), id)));
  }

  @GetMapping("/wishes")
  Listing<RowBody> list(Tenant tenant, Form form, Viewer viewer) {
    WishFilter filter = WishFilter.of(form);
    WishLists.ListView list = lists.list(tenant.id(), filter, viewer);
    String next =
        filter.page() < list.last()
            ? address.of(tenant.url("/api/v1/wishes?page=" + (filter.page() + 1) + filter.query()))
            : null;
    return Listing.of(list.rows().stream().map(this::row).toList(), next);
  }

  private RowBody row(WishRow row) {
    return new RowBody(
        row.id().value(),
        address.of(row.url()),
        row.title(),
        row.topic(),
        row.state().key(),
        row.people(),
        row.dueOn(),
        row.movedAt());
  }

  @GetMapping("/wishes/{wish}")
  WishBody show(Tenant tenant, @PathVariable WishId wish, Viewer viewer) {
    Wish found = wishes.get(tenant.id(), wish, viewer);
    WishRow row = wishes.rows(List.of(wish), viewer).getFirst();
    return new WishBody(
        found.id().value(),
        address.of(found.url()),
        found.tenant().slug(),
        found.need().text(),
        found.need().purpose(),
        found.need().question(),
        found.need().hat().key(),
        found.need().organisation(),
        found.need().topic(),
        found.state().key(),
        found.people(),
        row.dueOn(),
        found.version(),
        found.createdAt(),
        found.movedAt());
  }

  @GetMapping("/wishes/{wish}/thread")
  Listing<ThreadItem> thread(Tenant tenant, @PathVariable WishId wish, Viewer viewer) {
    Wish found = wishes.get(tenant.id(), wish, viewer);
    return Listing.of(
        threads.items(threads.facts(found), viewer.locale()).stream().map(this::whole).toList());
  }

  /** Programs follow whole addresses. */
  private ThreadItem whole(ThreadItem item) {
    String url = item.url();
    return url != null && url.startsWith("/")
        ? new ThreadItem(item.kind(), item.at(), item.title(), address.of(url), item.by())
        : item;
  }

  @PostMapping("/wishes/{wish}/supports")
  ResponseEntity<Counted> support(
      Tenant tenant,
      @PathVariable WishId wish,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    SupportForm read = SupportForm.read(form);
    form.orThrow();
    wishes.get(tenant.id(), wish, viewer);
    pace.count(viewer, request, response);
    boolean counted = wishes.support(tenant.id(), wish, read, form.submission(), viewer);
    Wish found = wishes.get(tenant.id(), wish, viewer);
    return Created.at(address.of(found.url()), new Counted(found.people(), counted));
  }

  /** The figures of the tenant. */
  record FiguresBody(
      int wished,
      int promised,
      int published,
      int used,
      double shareOfDemandMet,
      @Nullable Integer medianDaysToPublished,
      int overdue) {}

  @GetMapping("/figures")
  FiguresBody figures(Tenant tenant) {
    Figures.Sums sums = figures.of(List.of(tenant.id()));
    return new FiguresBody(
        sums.wished(),
        sums.promised(),
        sums.published(),
        sums.used(),
        sums.shareOfDemandMet(),
        sums.medianDaysToPublished(),
        sums.overdue());
  }
}
