package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.board.Boards;
import org.allmende.board.ZoneOfPhase;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workshops for programs: planning, steps, joining. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops")
class WorkshopApi {

  record NewWorkshop(String id, String url, String joinCode) {

    static NewWorkshop of(Workshop workshop, String url) {
      return new NewWorkshop(workshop.id().value(), url, workshop.joinCode().text());
    }
  }

  record Joined(String token, Place participant) {}

  /**
   * A participant's own place.
   *
   * @param people how many share the device
   */
  record Place(String id, int number, String name, int people) {

    static Place of(Participant participant) {
      return new Place(
          participant.id().value(), participant.number(), participant.name(), participant.people());
    }
  }

  private final Workshops workshops;
  private final Joining joining;
  private final Boards boards;
  private final ParticipantStore participants;
  private final ParticipantTokens tokens;
  private final Tenants tenants;
  private final PublicAddress address;

  WorkshopApi(
      Workshops workshops,
      Joining joining,
      Boards boards,
      ParticipantStore participants,
      ParticipantTokens tokens,
      Tenants tenants,
      PublicAddress address) {
    this.address = address;
    this.workshops = workshops;
    this.joining = joining;
    this.boards = boards;
    this.participants = participants;
    this.tokens = tokens;
    this.tenants = tenants;
  }

  @PostMapping
  ResponseEntity<NewWorkshop> create(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.FACILITATOR);
    WorkshopPlan plan = WorkshopForm.ofApi(form);
    plan.coHosts().forEach(tenants::get);
    Workshop workshop = workshops.create(tenant.id(), plan, form.submission(), viewer);
    String url = address.of(workshop.url(""));
    return Created.at(url, NewWorkshop.of(workshop, url));
  }

  @GetMapping
  Listing<WorkshopView> list(Tenant tenant) {
    return Listing.of(
        workshops.carriedBy(tenant.id()).stream()
            .map(workshop -> WorkshopView.open(workshop, List.of(), address))
            .toList());
  }

  @GetMapping("/{id}")
  WorkshopView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return view(workshops.get(tenant.id(), id), viewer);
  }

  private WorkshopView view(Workshop workshop, Viewer viewer) {
    List<ZoneOfPhase> zones = boards.zones(workshops.board(workshop));
    return Workshops.leads(workshop, viewer)
        ? WorkshopView.leading(workshop, zones, participants.of(workshop.id()), address)
        : WorkshopView.open(workshop, zones, address);
  }

  /**
   * {@code to} is the id of a phase, or {@code next}; with it {@code seen}, the phase that is
   * believed to be open.
   */
  @PostMapping("/{id}/phase")
  WorkshopView phase(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    String to = form.text("to").required("workshop.phase.missing");
    Workshops.requireLead(workshop, viewer);
    form.orThrow();
    Workshop moved =
        to.equals("next")
            ? next(workshop, form, viewer)
            : workshops.open(workshop.id(), new PhaseId(to), form.submission(), viewer);
    return view(moved, viewer);
  }

  private Workshop next(Workshop workshop, Form form, Viewer viewer) {
    return form.has("seen")
        ? workshops.openNextAfter(workshop.id(), form.value("seen"), form.submission(), viewer)
        : workshops.openNext(workshop.id(), form.submission(), viewer);
  }

  @PostMapping("/{id}/join")
  ResponseEntity<Joined> join(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    JoinForm joiner = JoinForm.of(form);
    form.orThrow();
    Participant participant =
        joining.join(workshop, joiner, form.submission(), Visitor.of(request), viewer.locale());
    return Created.at(
        address.of(workshop.url("/room")),
        new Joined(tokens.token(participant.id()), Place.of(participant)));
  }

  /** Joins with a seat instead of the code. */
  @PostMapping("/{id}/entrances")
  ResponseEntity<Joined> enter(Tenant tenant, @PathVariable String id, Form form) {
    Workshop workshop = workshops.get(tenant.id(), id);
    String link = form.text("registration").required("workshop.enter.missing");
    form.orThrow();
    Participant participant = joining.enter(workshop, link);
    return Created.at(
        address.of(workshop.url("/room")),
        new Joined(tokens.token(participant.id()), Place.of(participant)));
  }

  @GetMapping("/{id}/participants")
  Listing<WorkshopView.ParticipantView> participants(
      Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    List<Participant> all = participants.of(workshop.id());
    return Listing.of(all.stream().map(WorkshopView.ParticipantView::of).toList());
  }
}
