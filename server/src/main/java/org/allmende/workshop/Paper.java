package org.allmende.workshop;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.PersonId;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.BoardNote;
import org.allmende.board.BoardView;
import org.allmende.board.Boards;
import org.allmende.board.NoteId;
import org.allmende.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cards and dots from paper, typed in by those who lead for the people in the hall. They lie on the
 * board under a pseudonym of the workshop: nobody's own, and the dots bounded by as many people as
 * have room.
 */
@Component
class Paper {

  private final PaperStore store;
  private final WorkshopStore workshops;
  private final Boards boards;
  private final People people;
  private final Submissions submissions;

  Paper(
      PaperStore store,
      WorkshopStore workshops,
      Boards boards,
      People people,
      Submissions submissions) {
    this.store = store;
    this.workshops = workshops;
    this.boards = boards;
    this.people = people;
    this.submissions = submissions;
  }

  /**
   * Pins the cards, all or none.
   *
   * @param submission the same one again pins nothing again
   * @return the notes they are, in the same order
   */
  @Transactional
  public List<NoteId> pin(Workshop workshop, List<PaperCard> cards, @Nullable String submission) {
    String pinned =
        submissions.once(
            "workshop cards " + workshop.id(),
            submission,
            () -> {
              BoardAccess writer = writer(workshop);
              return cards.stream()
                  .map(card -> pin(board(workshop), writer, card).value())
                  .collect(Collectors.joining(" "));
            });
    return Arrays.stream(pinned.split(" ")).map(NoteId::new).toList();
  }

  private NoteId pin(BoardId board, BoardAccess writer, PaperCard card) {
    NoteId note = boards.note(board, writer, card.note(), null);
    if (card.isMarked()) {
      boards.mark(board, writer, note, card.effort(), card.risk(), null);
    }
    return note;
  }

  /** The cards on the board, of all steps. */
  List<BoardNote> cards(Workshop workshop) {
    return store
        .of(workshop.id())
        .map(person ->
            boards.export(board(workshop)).stream()
                .filter(note -> person.equals(note.author()))
                .toList())
        .orElse(List.of());
  }

  /** Sets how many dots from paper lie on the note in the open phase. */
  @Transactional
  public void dots(Workshop workshop, NoteId note, int count, @Nullable String submission) {
    boards.dots(board(workshop), writer(workshop), note, count, submission);
  }

  /** The board with what came from paper as own. */
  BoardView view(Workshop workshop) {
    BoardAccess reader =
        store
            .of(workshop.id())
            .map(person -> access(workshop, person))
            .orElseGet(() -> access(workshop, BoardAccess.NOBODY.person()));
    return boards.view(board(workshop), reader);
  }

  /** How many dots from paper lie on which note, of all steps. */
  Map<NoteId, Integer> dots(Workshop workshop) {
    return store
        .of(workshop.id())
        .map(person -> boards.dotsBy(board(workshop), person))
        .orElse(Map.of());
  }

  private BoardAccess writer(Workshop workshop) {
    workshops.lock(workshop.id());
    return access(workshop, store.of(workshop.id()).orElseGet(() -> named(workshop)));
  }

  private PersonId named(Workshop workshop) {
    PersonId person = people.guest();
    store.insert(workshop.id(), person);
    return person;
  }

  private static BoardAccess access(Workshop workshop, PersonId person) {
    return new BoardAccess(person, "", BoardAccess.Part.LEADS, workshop.capacity());
  }

  private BoardId board(Workshop workshop) {
    return boards.of(workshop.ref()).orElseThrow().id();
  }
}
