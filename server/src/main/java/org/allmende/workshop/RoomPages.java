package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The room around the board: steps, clock, agenda, people, and the bar of those who lead. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/room")
class RoomPages {

  private static final int EXTENSION = 2;

  /** What a phone shows at a time. */
  private static final List<String> VIEWS = List.of("board", "drawer", "lead");

  /** What the browser asks for every few seconds to notice changes. */
  record RoomState(String version, Instant now, @Nullable Instant endsAt) {}

  private final Workshops workshops;
  private final WorkshopBoardRules rules;
  private final ParticipantStore participants;
  private final Boards boards;
  private final Tenants tenants;
  private final Clock clock;

  RoomPages(
      Workshops workshops,
      WorkshopBoardRules rules,
      ParticipantStore participants,
      Boards boards,
      Tenants tenants,
      Clock clock) {
    this.workshops = workshops;
    this.rules = rules;
    this.participants = participants;
    this.boards = boards;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView room(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(defaultValue = "board") String view,
      @RequestParam(defaultValue = "agenda") String drawer,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Optional<BoardAccess> access = access(workshop, viewer, request);
    if (access.isEmpty()) {
      return Redirect.to(workshop.url("/join"));
    }
    BoardAccess reader = access.get();
    BoardId board = workshops.board(workshop);
    return new ModelAndView(
        "workshop/room",
        Map.of(
            "room", view(workshop, reader),
            "view", boards.view(board, reader),
            "names", names(),
            "shown", VIEWS.contains(view) ? view : "board",
            "drawer", drawer.equals("people") ? drawer : "agenda"));
  }

  @GetMapping("/state")
  @ResponseBody
  ResponseEntity<RoomState> state(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess reader =
        access(workshop, viewer, request)
            .orElseThrow(() -> Problem.forbidden("workshop.token.wrong"));
    RoomView room = view(workshop, reader);
    Phase current = room.current();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new RoomState(room.version(), room.now(), current == null ? null : current.endsAt()));
  }

  @PostMapping("/next")
  ModelAndView next(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Workshops.requireLead(workshop, viewer);
    workshops.openNext(workshop.id(), form.submission(), viewer);
    return Redirect.to(workshop.url("/room"));
  }

  @PostMapping("/phase")
  ModelAndView phase(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Workshops.requireLead(workshop, viewer);
    var to = new PhaseId(form.text("to").required("workshop.phase.missing"));
    workshops.open(workshop.id(), to, form.submission(), viewer);
    return Redirect.to(workshop.url("/room"));
  }

  @PostMapping("/minutes")
  ModelAndView minutes(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Workshops.requireLead(workshop, viewer);
    workshops.extend(workshop.id(), EXTENSION, viewer);
    return Redirect.to(workshop.url("/room"));
  }

  @PostMapping("/steering")
  ModelAndView steer(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Workshops.requireLead(workshop, viewer);
    Steering steering = form.choice("what", Steering.class);
    if (steering == null) {
      throw Problem.invalid("workshop.steering.unknown");
    }
    workshops.steer(workshop.id(), steering, viewer);
    return Redirect.to(workshop.url("/room"));
  }

  private Optional<BoardAccess> access(
      Workshop workshop, Viewer viewer, HttpServletRequest request) {
    return rules.access(workshop.ref(), rules.token(workshop.ref(), request), viewer);
  }

  private RoomView view(Workshop workshop, BoardAccess reader) {
    BoardId board = workshops.board(workshop);
    List<Participant> people = participants.of(workshop.id());
    Phase current = workshop.current().orElse(null);
    boolean covered = current != null && workshops.isCovered(board, current);
    boolean locked = boards.get(board).locked();
    Instant end = current == null ? null : current.endsAt();
    Instant opened = current == null ? null : current.openedAt();
    String version =
        Integer.toHexString(
            Objects.hash(
                opened,
                end,
                workshop.isOver(),
                people.size(),
                covered,
                locked,
                workshop.isReleased()));
    return new RoomView(
        workshop,
        reader.person(),
        reader.part() == BoardAccess.Part.LEADS,
        current,
        workshop.next().orElse(null),
        people,
        covered,
        locked,
        clock.instant(),
        version);
  }

  private Map<TenantId, String> names() {
    Map<TenantId, String> names = new LinkedHashMap<>();
    tenants.all().forEach(tenant -> names.put(tenant.id(), tenant.name()));
    return names;
  }
}
