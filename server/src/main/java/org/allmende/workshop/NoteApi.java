package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.board.Hat;
import org.allmende.board.NewNote;
import org.allmende.board.NoteId;
import org.allmende.board.ZoneId;
import org.allmende.board.ZoneOfPhase;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The notes of a workshop for programs; participants bring the token of their joining. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/notes")
class NoteApi {

  private static final int MOST_DOTS = 100;

  record NewNoteView(String id) {}

  record Dots(int count) {}

  record NoteView(
      String id,
      String text,
      String hat,
      String zone,
      String zoneTitle,
      String phase,
      int dots,
      boolean mine,
      @Nullable String on,
      @Nullable String table,
      Instant at) {}

  private final Workshops workshops;
  private final Rooms rooms;
  private final Boards boards;
  private final Afterwards afterwards;
  private final PublicAddress address;

  NoteApi(
      Workshops workshops,
      Rooms rooms,
      Boards boards,
      Afterwards afterwards,
      PublicAddress address) {
    this.address = address;
    this.workshops = workshops;
    this.rooms = rooms;
    this.boards = boards;
    this.afterwards = afterwards;
  }

  @GetMapping
  Listing<NoteView> list(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess reader = rooms.caller(workshop, viewer, request);
    return Listing.of(
        boards.notes(workshops.board(workshop), reader).stream()
            .map(note -> view(note, reader))
            .toList());
  }

  private static NoteView view(BoardNote note, BoardAccess reader) {
    return new NoteView(
        note.id().value(),
        note.text(),
        note.hat().key(),
        note.zone().value(),
        note.zoneTitle(),
        note.phase(),
        note.dots(),
        reader.person().equals(note.author()),
        note.stackedOn() == null ? null : note.stackedOn().value(),
        note.marks().table(),
        note.at());
  }

  @PostMapping
  ResponseEntity<NewNoteView> write(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    String text = form.text("text").required("workshop.note.missing");
    Hat hat = Hats.of(form);
    BoardId board = workshops.board(workshop);
    ZoneId zone = zone(board, by, workshop, form);
    form.orThrow();
    if (workshop.current().isEmpty() && afterwards.until(workshop).isEmpty()) {
      throw Problem.conflict("workshop.phase.noneOpen");
    }
    NoteId note = boards.note(board, by, new NewNote(text, zone, hat), form.submission());
    return Created.at(address.of(workshop.url("/room")), new NewNoteView(note.value()));
  }

  /** By id, or by its title in the open phase. */
  private @Nullable ZoneId zone(BoardId board, BoardAccess by, Workshop workshop, Form form) {
    String given = form.text("zone").optional();
    if (given == null) {
      return null;
    }
    String open = workshop.current().map(Phase::key).orElse("");
    Optional<ZoneId> known =
        boards.zones(board, by).stream()
            .filter(zone ->
                zone.id().value().equals(given)
                    || (zone.phase().equals(open) && zone.title().equalsIgnoreCase(given)))
            .map(ZoneOfPhase::id)
            .findFirst();
    if (known.isEmpty()) {
      form.reject("zone", "workshop.note.zone.unknown");
    }
    return known.orElse(null);
  }

  @PutMapping("/{note}/dots")
  Dots dots(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String note,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    Integer count = form.number("count", 0, MOST_DOTS);
    if (count == null) {
      form.reject("count", "base.form.number", 0, MOST_DOTS);
    }
    form.orThrow();
    int dots = count == null ? 0 : count;
    boards.dots(workshops.board(workshop), by, new NoteId(note), dots, form.submission());
    return new Dots(dots);
  }
}
