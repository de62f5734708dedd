package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.allmende.base.i18n.Message;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms of the room while people arrive. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/room/arrival")
class ArrivalPages {

  private static final int USUAL_MINUTES = 3;
  private static final int MOST_MINUTES = 15;

  private final Workshops workshops;
  private final Rooms rooms;
  private final Arrival arrival;
  private final ParticipantTokens tokens;

  ArrivalPages(Workshops workshops, Rooms rooms, Arrival arrival, ParticipantTokens tokens) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.arrival = arrival;
    this.tokens = tokens;
  }

  /** Tells that what somebody wrote to try arrived; nothing of it is kept. */
  @PostMapping("/checks")
  ModelAndView check(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.reader(workshop, viewer, request);
    String tried = form.text("words").max(80).or("–");
    form.orThrow();
    return rooms
        .page(workshop, by, "board", "agenda", Form.empty())
        .addObject("told", Message.of("workshop.arrival.checked", tried));
  }

  @PostMapping("/wishes")
  ModelAndView join(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    CardShown card = form.ticked("card") ? CardShown.YES : CardShown.NO;
    return doing(workshop, request, by -> arrival.join(workshop, by, card));
  }

  @PostMapping("/withdrawals")
  ModelAndView leave(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    return doing(workshop, request, by -> arrival.leave(workshop, by));
  }

  private ModelAndView doing(
      Workshop workshop, HttpServletRequest request, Consumer<Participant> deed) {
    Participant by = tokens.of(workshop.id(), request).orElse(null);
    if (by == null) {
      return Redirect.to(workshop.url("/join"));
    }
    deed.accept(by);
    return Redirect.to(workshop.url("/room"));
  }

  @PostMapping("/rounds")
  ModelAndView begin(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Integer minutes = form.number("minutes", 1, MOST_MINUTES);
    form.orThrow();
    if (arrival.begin(workshop, minutes == null ? USUAL_MINUTES : minutes) > 0) {
      return Redirect.to(workshop.url("/room"));
    }
    return rooms
        .page(workshop, rooms.reader(workshop, viewer, request), "board", "agenda", Form.empty())
        .addObject("told", Message.of("workshop.arrival.nobody"));
  }

  @PostMapping("/rounds/end")
  ModelAndView end(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    arrival.end(workshop);
    return Redirect.to(workshop.url("/room"));
  }
}
