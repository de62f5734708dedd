package org.allmende.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registrations for programs: seats, registering, answering offers, the organisers' list. */
@RestController
@RequestMapping("/{tenant}/api/v1/registrations")
class RegistrationApi {

  /** What one can register for, and how its seats stand. */
  record OfferingBody(
      String about,
      String url,
      String title,
      int capacity,
      int free,
      int waiting,
      boolean open,
      Instant opensAt,
      Instant closesAt,
      Instant startsAt,
      Instant endsAt,
      int largestGroup,
      LocalDate deleteOn) {}

  /**
   * A registration as the person who has the link sees it.
   *
   * @param place on the waiting list
   * @param answers what the person answered, by question
   */
  record OwnBody(
      String id,
      String url,
      String privateUrl,
      String link,
      String state,
      int people,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer place,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String chance,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant offeredUntil,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant confirmBy,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> answers) {}

  /**
   * A registration as organisers see it.
   *
   * @param why one who waits has no seat yet
   */
  record RowBody(
      String id,
      String name,
      @Nullable String tenant,
      @Nullable String department,
      int people,
      String state,
      Instant registeredAt,
      @Nullable Instant waitlistedAt,
      @Nullable Instant offeredUntil,
      @Nullable String why) {}

  /** A line of the list of changes. */
  record ChangeBody(
      long number,
      @Nullable String registration,
      String kind,
      @Nullable Integer people,
      @Nullable Integer free,
      @Nullable String reason,
      Instant at) {}

  private final OpenOfferings offerings;
  private final Registrations registrations;
  private final OwnRegistrations own;
  private final SigningUp signingUp;
  private final SeatPlan seatPlan;
  private final Organisers organisers;
  private final RegistrationLinks links;
  private final PublicAddress here;
  private final Pace pace;
  private final Clock clock;

  RegistrationApi(
      OpenOfferings offerings,
      Registrations registrations,
      OwnRegistrations own,
      SigningUp signingUp,
      SeatPlan seatPlan,
      Organisers organisers,
      RegistrationLinks links,
      PublicAddress here,
      Pace pace,
      Clock clock) {
    this.offerings = offerings;
    this.registrations = registrations;
    this.own = own;
    this.signingUp = signingUp;
    this.seatPlan = seatPlan;
    this.organisers = organisers;
    this.links = links;
    this.here = here;
    this.pace = pace;
    this.clock = clock;
  }

  @GetMapping("/{about}")
  OfferingBody show(Tenant tenant, @PathVariable String about) {
    return body(offerings.get(tenant, about));
  }

  private OfferingBody body(Offering offering) {
    Seats seats = registrations.seats(offering);
    return new OfferingBody(
        offering.about().toString(),
        here.of(offering.url()),
        offering.title(),
        offering.capacity(),
        seats.free(),
        seats.waiting(),
        offering.isOpen(clock.instant()),
        offering.opensAt(),
        offering.closesAt(),
        offering.startsAt(),
        offering.endsAt(),
        offering.largestGroup(),
        offering.deleteOn());
  }

  @PostMapping("/{about}")
  ResponseEntity<OwnBody> register(
      Tenant tenant,
      @PathVariable String about,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Offering offering = offerings.get(tenant, about);
    NewRegistration wanted =
        RegistrationForm.read(form, offering, organisers.questions(offering.about()));
    form.orThrow();
    pace.count(viewer, request, response);
    Registration made =
        signingUp.register(
            offering.about(), Objects.requireNonNull(wanted), form.submission(), viewer.locale());
    return Created.at(here.of(offering.registrationUrl("")), body(own.view(offering, made)));
  }

  private OwnBody body(OwnView view) {
    Registration registration = view.registration();
    boolean waits = view.is(RegistrationState.WAITLISTED);
    return new OwnBody(
        registration.id().value(),
        here.of(view.offering().url()),
        links.url(view.offering(), registration.id()),
        view.token(),
        registration.state().key(),
        registration.people(),
        waits ? view.place() : null,
        waits ? view.chance().key() : null,
        registration.offeredUntil(),
        registration.confirmBy(),
        view.answers().values());
  }

  @GetMapping("/own/{link}")
  OwnBody mine(Tenant tenant, @PathVariable String link) {
    return body(own.behind(tenant, link));
  }

  /** Answers an offer or the questions, leaves, comes with fewer, or comes back. */
  @PostMapping("/own/{link}/{deed}")
  OwnBody act(Tenant tenant, @PathVariable String link, @PathVariable String deed, Form form) {
    OwnView view = own.behind(tenant, link);
    RegistrationId id = view.registration().id();
    int all = view.registration().people();
    Integer given = RegistrationForm.people(form, all);
    GivenAnswers answers = GivenAnswers.of(form, view.asked());
    form.orThrow();
    int people = given == null ? all : given;
    Registration after =
        switch (deed) {
          case "answers" -> registrations.answer(id, answers);
          case "acceptance" -> registrations.accept(id, people);
          case "refusal" -> registrations.decline(id);
          case "leaving" -> registrations.leave(id);
          case "size" -> registrations.takeFewer(id, people);
          case "return" -> registrations.comeBack(id);
          default -> throw Problem.notFound("registration.deed.unknown");
        };
    return body(own.view(view.offering(), after));
  }

  @GetMapping("/{about}/list")
  Listing<RowBody> list(Tenant tenant, @PathVariable String about, Viewer viewer) {
    Offering offering = offerings.get(tenant, about);
    List<Registration> all = seatPlan.registrations(offering.about(), viewer);
    Map<RegistrationId, Verdict> why =
        seatPlan.explain(offering, viewer).stream()
            .collect(
                Collectors.toMap(
                    decision -> decision.registration().id(), Allotment.Decision::verdict));
    return Listing.of(all.stream().map(one -> row(one, why.get(one.id()))).toList());
  }

  private static RowBody row(Registration registration, @Nullable Verdict why) {
    TenantId municipality = registration.municipality();
    return new RowBody(
        registration.id().value(),
        registration.name(),
        municipality == null ? null : municipality.slug(),
        registration.department(),
        registration.people(),
        registration.state().key(),
        registration.registeredAt(),
        registration.waitlistedAt(),
        registration.offeredUntil(),
        why == null ? null : why.key());
  }

  @GetMapping("/{about}/changes")
  Listing<ChangeBody> changes(Tenant tenant, @PathVariable String about, Viewer viewer) {
    Offering offering = offerings.get(tenant, about);
    return Listing.of(
        seatPlan.changes(offering.about(), viewer).stream()
            .map(change ->
                new ChangeBody(
                    change.number(),
                    change.registration() == null ? null : change.registration().value(),
                    change.kind().key(),
                    change.people(),
                    change.free(),
                    change.reason(),
                    change.at()))
            .toList());
  }

  /** Changes how many seats there are, or when registration ends. */
  @PatchMapping("/{about}")
  OfferingBody change(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    Offering offering = offerings.get(tenant, about);
    organisers.require(offering.about(), viewer);
    Integer capacity = form.number("capacity", 0, OrganiserPages.MOST_SEATS);
    Instant closesAt = form.moment("closesAt", "registration.list.closing.missing");
    form.orThrow();
    if (capacity == null && closesAt == null) {
      throw Problem.invalid("registration.list.nothing");
    }
    if (capacity != null) {
      seatPlan.resize(offering.about(), capacity, viewer);
    }
    if (closesAt != null) {
      seatPlan.close(offering.about(), closesAt, viewer);
    }
    return body(offerings.get(tenant, about));
  }

  @PostMapping("/{about}/priorities")
  OfferingBody prioritise(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    Offering offering = offerings.get(tenant, about);
    organisers.require(offering.about(), viewer);
    String id = form.text("registration").or("");
    String reason = form.text("reason").max(300).required("registration.list.priority.missing");
    form.orThrow();
    seatPlan.prioritise(registrations.in(offering, new RegistrationId(id)).id(), reason, viewer);
    return body(offering);
  }
}
