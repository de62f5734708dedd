package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardView;
import org.allmende.board.Boards;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The screen for all in the hall; it follows the room by itself and has nothing to click. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/beamer")
class BeamerPages {

  /** What the browser asks for to notice changes. */
  record BeamerState(String version, Instant now, @Nullable Instant endsAt) {}

  private final Workshops workshops;
  private final Rooms rooms;
  private final Paper paper;
  private final Boards boards;
  private final PublicAddress here;

  BeamerPages(Workshops workshops, Rooms rooms, Paper paper, Boards boards, PublicAddress here) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.paper = paper;
    this.boards = boards;
    this.here = here;
  }

  @GetMapping
  ModelAndView show(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    return new ModelAndView(
        "workshop/beamer",
        Map.of("beamer", view(workshops.led(tenant, id, viewer), viewer, request)));
  }

  @GetMapping("/state")
  @ResponseBody
  ResponseEntity<BeamerState> state(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    BeamerView view = view(workshops.led(tenant, id, viewer), viewer, request);
    RoomView room = view.room();
    Phase open = room.current();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new BeamerState(view.version(), room.now(), open == null ? null : open.endsAt()));
  }

  private BeamerView view(Workshop workshop, Viewer viewer, HttpServletRequest request) {
    RoomView room = rooms.view(workshop, rooms.reader(workshop, viewer, request));
    BoardView board = boards.view(workshops.board(workshop), BoardAccess.NOBODY);
    return new BeamerView(
        room,
        board,
        paper.dots(workshop),
        here.of("/join").replaceFirst("^https?://", ""),
        QrCode.draw(here.of("/join?code=" + workshop.joinCode())));
  }
}
