package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardNote;
import org.allmende.board.NoteId;
import org.allmende.board.NoteMarks;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people in the hall wrote and voted on paper, for programs of those who lead. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/cards")
class CardApi {

  /** A card from paper on the board. */
  record CardView(
      String id,
      String text,
      String hat,
      String zone,
      String zoneTitle,
      String phase,
      @Nullable String effort,
      @Nullable String risk,
      int dots,
      Instant at) {

    static CardView of(BoardNote note) {
      NoteMarks marks = note.marks();
      return new CardView(
          note.id().value(),
          note.text(),
          note.hat().key(),
          note.zone().value(),
          note.zoneTitle(),
          note.phase(),
          marks.effort() == null ? null : marks.effort().key(),
          marks.risk() == null ? null : marks.risk().key(),
          note.dots(),
          note.at());
    }
  }

  /** The cards just pinned, in the order they were sent. */
  record NewCards(List<NewCard> items) {}

  record NewCard(String id) {}

  record Dots(int count) {}

  private final Workshops workshops;
  private final Paper paper;
  private final PublicAddress address;

  CardApi(Workshops workshops, Paper paper, PublicAddress address) {
    this.workshops = workshops;
    this.paper = paper;
    this.address = address;
  }

  @GetMapping
  Listing<CardView> list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return Listing.of(paper.cards(workshop).stream().map(CardView::of).toList());
  }

  /** One card, or one on each line of {@code text}; all or none. */
  @PostMapping
  ResponseEntity<NewCards> pin(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    List<PaperCard> cards = PaperForm.cards(form);
    form.orThrow();
    List<NoteId> pinned = paper.pin(workshop, cards, form.submission());
    return Created.at(
        address.of(workshop.url("/cards")),
        new NewCards(pinned.stream().map(note -> new NewCard(note.value())).toList()));
  }

  /** How many dots from paper lie on a note, of whomever it is, in the open phase. */
  @PutMapping("/{note}/dots")
  Dots dots(
      Tenant tenant, @PathVariable String id, @PathVariable String note, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    int count = PaperForm.dots(form);
    paper.dots(workshop, new NoteId(note), count, form.submission());
    return new Dots(count);
  }
}
