package org.allmende.wish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topics;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentDraft;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steward's decisions for programs; an optional {@code version} names what the caller saw. */
@RestController
@RequestMapping("/{tenant}/api/v1")
class DecisionApi {

  private final Wishes wishes;
  private final Decisions decisions;
  private final Suggestions suggestions;
  private final Priorities priorities;
  private final CommitForm commitForm;
  private final Fulfilment fulfilment;
  private final Topics topics;
  private final PublicAddress address;

  DecisionApi(
      Wishes wishes,
      Decisions decisions,
      Suggestions suggestions,
      Priorities priorities,
      CommitForm commitForm,
      Fulfilment fulfilment,
      Topics topics,
      PublicAddress address) {
    this.wishes = wishes;
    this.decisions = decisions;
    this.suggestions = suggestions;
    this.priorities = priorities;
    this.commitForm = commitForm;
    this.fulfilment = fulfilment;
    this.topics = topics;
    this.address = address;
  }

  record Offered(
      String kind,
      String id,
      String tenant,
      String title,
      String url,
      double score,
      List<String> reasons) {}

  record Decided(String id, String url, String state, int version) {}

  record Promised(String id, String url, String department, String owner, LocalDate dueOn) {}

  record Begun(String id, String url) {}

  @GetMapping("/wishes/{wish}/suggestions")
  Listing<Offered> suggestions(Tenant tenant, @PathVariable WishId wish, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    Wish found = wishes.get(tenant.id(), wish, viewer);
    return Listing.of(
        suggestions.answers(found, viewer.locale()).stream()
            .map(s ->
                new Offered(
                    s.kind(),
                    s.id(),
                    s.tenant().slug(),
                    s.title(),
                    address.of(s.url()),
                    s.score() / 100.0,
                    s.reasons()))
            .toList());
  }

  /** {@code {topic}}: what the wish is about; without one, about nothing in particular. */
  @PutMapping("/wishes/{wish}/topic")
  Decided classify(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    String topic = WishForm.topic(form, topics);
    form.orThrow();
    decisions.classify(on(tenant, wish, form, viewer), topic);
    return body(tenant, wish, viewer);
  }

  @PostMapping("/wishes/{wish}/listing")
  ResponseEntity<Decided> list(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    decisions.list(on(tenant, wish, form, viewer));
    return decided(tenant, wish, viewer);
  }

  /**
   * {@code kind} names what is matched (potential, dataset); {@code fit} how well (exact, partial,
   * …).
   */
  @PostMapping("/wishes/{wish}/matches")
  ResponseEntity<Decided> match(
      Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    String kind = form.text("kind").required("wish.desk.target.missing");
    String id = form.text("id").required("wish.desk.target.missing");
    MatchKind fit = form.choice("fit", MatchKind.class);
    String gap = form.text("gap").max(Need.LONGEST).optional();
    form.orThrow();
    Wish found = wishes.get(tenant.id(), wish, viewer);
    decisions.match(
        on(tenant, wish, form, viewer),
        suggestions.choice(
            found, new Ref(kind, id), fit == null ? MatchKind.EXACT : fit, gap, viewer.locale()));
    return decided(tenant, wish, viewer);
  }

  @PostMapping("/wishes/{wish}/refusals")
  ResponseEntity<Decided> refuse(
      Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    RefusalCode code = form.choice("code", RefusalCode.class);
    if (code == null) {
      form.reject("code", "wish.desk.code.missing");
    }
    String reason = form.text("reason").max(Need.LONGEST).required("wish.desk.reason.missing");
    form.orThrow();
    decisions.refuse(on(tenant, wish, form, viewer), Objects.requireNonNull(code), reason);
    return decided(tenant, wish, viewer);
  }

  @PostMapping("/wishes/{wish}/commitments")
  ResponseEntity<Promised> commit(
      Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    CommitmentDraft draft =
        commitForm.read(tenant.id(), form, decisions.origin(tenant.id(), wish, viewer));
    form.orThrow();
    Commitment made =
        decisions.commit(on(tenant, wish, form, viewer), Objects.requireNonNull(draft));
    return Created.at(
        address.of(made.url()),
        new Promised(
            made.id(), address.of(made.url()), made.departmentName(), made.owner(), made.dueOn()));
  }

  /** Begins the dataset in which a commitment is kept. */
  @PostMapping("/commitments/{commitment}/dataset")
  ResponseEntity<Begun> begin(Tenant tenant, @PathVariable String commitment, Viewer viewer) {
    String id = fulfilment.begin(tenant.id(), commitment, viewer).value();
    String url = address.of(tenant.url("/datasets/" + id));
    return Created.at(url, new Begun(id, url));
  }

  private ResponseEntity<Decided> decided(Tenant tenant, WishId wish, Viewer viewer) {
    Decided body = body(tenant, wish, viewer);
    return Created.at(body.url(), body);
  }

  private Decided body(Tenant tenant, WishId wish, Viewer viewer) {
    Wish found = wishes.get(tenant.id(), wish, viewer);
    return new Decided(wish.value(), address.of(found.url()), found.state().key(), found.version());
  }

  private static Decisions.On on(Tenant tenant, WishId wish, Form form, Viewer viewer) {
    return new Decisions.On(
        tenant.id(), wish, form.number("version", 1, Integer.MAX_VALUE), form.submission(), viewer);
  }

  /** A ranked wish with the parts of its score. */
  record RankedBody(
      @Nullable Integer rank,
      String id,
      String url,
      String need,
      Parts parts,
      int benefit,
      int effort,
      BigDecimal score,
      List<String> others,
      @Nullable String moved,
      @Nullable String barred) {}

  record Parts(int dots, int supporters, int stakeholders, int internalNeed) {}

  @GetMapping("/priorities")
  Listing<RankedBody> priorities(Tenant tenant, Viewer viewer) {
    return Listing.of(
        priorities.of(tenant.id(), viewer.locale()).stream()
            .map(r ->
                new RankedBody(
                    r.rank() == 0 ? null : r.rank(),
                    r.wish().id().value(),
                    address.of(r.wish().url()),
                    r.wish().title(),
                    new Parts(
                        r.priority().dots(),
                        r.priority().support(),
                        r.priority().circles(),
                        r.priority().internal()),
                    r.priority().benefit(),
                    r.priority().effort(),
                    r.priority().value(),
                    r.others(),
                    r.moved(),
                    r.barred()))
            .toList());
  }
}
