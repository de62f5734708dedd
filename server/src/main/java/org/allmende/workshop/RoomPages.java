package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
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

  /** What the browser asks for every few seconds to notice changes. */
  record RoomState(String version, Instant now, @Nullable Instant endsAt) {}

  private final Workshops workshops;
  private final Rooms rooms;
  private final ParticipantTokens tokens;

  RoomPages(Workshops workshops, Rooms rooms, ParticipantTokens tokens) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.tokens = tokens;
  }

  @GetMapping
  ModelAndView room(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(defaultValue = "board") String view,
      @RequestParam(defaultValue = "agenda") String drawer,
      @RequestParam @Nullable Integer group,
      @RequestParam(defaultValue = "") String slide,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    return rooms
        .access(workshop, viewer, request)
        .map(reader ->
            rooms
                .page(workshop, reader, view, drawer, group, Form.empty())
                .addObject("slide", slide))
        .orElseGet(() -> outside(workshop, request));
  }

  /** Who has a place waits while those who lead rehearse; others are told to join. */
  private ModelAndView outside(Workshop workshop, HttpServletRequest request) {
    return tokens.of(workshop.id(), request).isPresent()
        ? new ModelAndView("workshop/waiting", Map.of("workshop", workshop))
        : Redirect.to(workshop.url("/join"));
  }

  @GetMapping("/state")
  @ResponseBody
  ResponseEntity<RoomState> state(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    RoomView room = rooms.view(workshop, rooms.reader(workshop, viewer, request));
    Phase current = room.current();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new RoomState(room.version(), room.now(), current == null ? null : current.endsAt()));
  }

  @PostMapping("/next")
  ModelAndView next(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return rooms.doing(
        workshop,
        rooms.reader(workshop, viewer, request),
        () ->
            workshops.openNextAfter(workshop.id(), form.value("seen"), form.submission(), viewer));
  }

  @PostMapping("/phase")
  ModelAndView phase(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    var to = new PhaseId(form.text("to").required("workshop.phase.missing"));
    workshops.open(workshop.id(), to, form.submission(), viewer);
    return Redirect.to(workshop.url("/room"));
  }

  @PostMapping("/minutes")
  ModelAndView minutes(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    workshops.extend(workshop.id(), EXTENSION, viewer);
    return Redirect.to(workshop.url("/room"));
  }

  @PostMapping("/steering")
  ModelAndView steer(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Steering steering = form.choice("what", Steering.class);
    if (steering == null) {
      throw Problem.invalid("workshop.steering.unknown");
    }
    workshops.steer(workshop.id(), steering, viewer);
    return Redirect.to(workshop.url("/room"));
  }
}
