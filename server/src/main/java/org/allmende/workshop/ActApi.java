package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done in a room, for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/acts")
class ActApi {

  /** What holds now; {@code endsAt} lies ahead while groups are being called back. */
  record ActView(
      String id,
      String kind,
      @Nullable String participant,
      @Nullable String note,
      int number,
      @Nullable String words,
      Instant at,
      @Nullable Instant endsAt) {

    static ActView of(Act act) {
      return new ActView(
          act.id(),
          act.kind().key(),
          act.participant() == null ? null : act.participant().value(),
          act.note(),
          act.number(),
          act.words(),
          act.at(),
          act.endedAt());
    }
  }

  record NewActView(String id) {}

  private final Workshops workshops;
  private final Rooms rooms;
  private final Acts acts;
  private final ActForm forms;
  private final PublicAddress address;

  ActApi(Workshops workshops, Rooms rooms, Acts acts, ActForm forms, PublicAddress address) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.acts = acts;
    this.forms = forms;
    this.address = address;
  }

  /** All of it for those who lead; what is meant for all, and one's own, for participants. */
  @GetMapping
  Listing<ActView> list(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess reader = rooms.caller(workshop, viewer, request);
    List<Act> told = acts.inForce(workshop).stream().filter(act -> isTold(act, reader)).toList();
    return Listing.of(told.stream().map(ActView::of).toList());
  }

  private static boolean isTold(Act act, BoardAccess reader) {
    return reader.part() == BoardAccess.Part.LEADS
        || act.is(ActKind.ANNOUNCEMENT)
        || act.is(ActKind.SPOTLIGHT)
        || act.is(ActKind.GROUPS)
        || reader.person().equals(act.by());
  }

  @PostMapping
  ResponseEntity<NewActView> begin(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    String act = acts.begin(workshop, forms.act(form), form.submission(), by, viewer);
    return Created.at(address.of(workshop.url("/room")), new NewActView(act));
  }

  @PostMapping("/{act}/end")
  Listing<ActView> end(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String act,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    acts.end(workshop, act, ActForm.wayBack(form), by, viewer);
    return list(tenant, id, viewer, request);
  }
}
