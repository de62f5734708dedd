package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AllmendeTest
class BoardsTest {

  @Autowired Boards boards;
  @Autowired TestBoards tests;

  @Test
  void aNoteLiesInTheFirstZoneAndWearsTheHatOfThePhase() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");

    NoteId note =
        boards.note(board.id(), anna, new NewNote("  Hallenzeiten\r\nfür alle ", null, null), null);

    BoardView view = boards.view(board.id(), anna);
    String zone = view.zones().getFirst().id();
    assertThat(view.seq()).isEqualTo(2);
    assertThat(view.notes())
        .containsExactly(
            new BoardView.NoteView(
                note.value(),
                zone,
                "V",
                "Hallenzeiten\nfür alle",
                Hat.DEPARTMENT,
                true,
                0,
                0,
                null,
                1,
                2,
                null,
                null,
                false,
                null,
                null,
                false,
                List.of()));
    assertThat(boards.view(board.id(), bernd).notes())
        .extracting(BoardView.NoteView::text, BoardView.NoteView::mine)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Hallenzeiten\nfür alle", false));
  }

  @Test
  void theSameSubmissionIsOneNote() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    String key = Ids.next();

    NoteId first = boards.note(board.id(), anna, new NewNote("Einmal", null, null), key);
    NoteId again = boards.note(board.id(), anna, new NewNote("Einmal", null, null), key);

    assertThat(again).isEqualTo(first);
    assertThat(boards.export(board.id())).extracting(BoardNote::text).containsExactly("Einmal");
  }

  @Test
  void tenThousandCharactersAreRefusedWithBothNumbers() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");

    assertThatThrownBy(
            () -> boards.note(board.id(), anna, new NewNote("ä".repeat(10_000), null, null), null))
        .hasMessage("board.refused.too_long");
    assertThatThrownBy(() -> boards.note(board.id(), anna, new NewNote(" \n ", null, null), null))
        .hasMessage("board.refused.empty");
    boards.note(board.id(), anna, new NewNote("😀".repeat(500), null, null), null);

    assertThat(boards.export(board.id()))
        .extracting(BoardNote::text)
        .containsExactly("😀".repeat(500));
  }

  @Test
  void coveredNotesAreCountedOnlyUntilTheyAreRevealed() {
    Board board = tests.board(TestBoards.collecting("need").withNotesCovered());
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");
    NoteId note = boards.note(board.id(), anna, new NewNote("Geheim", null, null), null);

    BoardView covered = boards.view(board.id(), bernd);
    assertThat(covered.notes()).isEmpty();
    assertThat(covered.zones()).extracting(BoardView.ZoneView::others).containsExactly(1, 0);
    assertThat(boards.notes(board.id(), bernd)).isEmpty();
    assertThatThrownBy(() -> boards.dots(board.id(), bernd, note, 1, null))
        .hasMessage("board.refused.no_dots");

    boards.reveal(board.id(), null);

    assertThat(boards.view(board.id(), bernd).notes())
        .extracting(BoardView.NoteView::text)
        .containsExactly("Geheim");
    assertThat(boards.notes(board.id(), bernd))
        .extracting(BoardNote::text, BoardNote::author)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Geheim", null));
  }

  @Test
  void nobodyHasMoreDotsThanThePhaseGives() {
    Board board = tests.board(TestBoards.collecting("need").withDots(5));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");
    NoteId one = boards.note(board.id(), anna, new NewNote("Eins", null, null), null);
    NoteId two = boards.note(board.id(), anna, new NewNote("Zwei", null, null), null);

    boards.dots(board.id(), anna, one, 3, null);
    boards.dots(board.id(), anna, one, 2, null);
    boards.dots(board.id(), anna, two, 3, null);
    boards.dots(board.id(), bernd, two, 5, null);
    assertThatThrownBy(() -> boards.dots(board.id(), anna, one, 3, null))
        .hasMessage("board.refused.dots");
    assertThatThrownBy(() -> boards.dots(board.id(), anna, one, -1, null))
        .hasMessage("board.refused.dots");

    BoardView view = boards.view(board.id(), anna);
    assertThat(view.you().dotsLeft()).isZero();
    assertThat(view.notes())
        .extracting(BoardView.NoteView::dots, BoardView.NoteView::own)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, 2), org.assertj.core.groups.Tuple.tuple(8, 3));
    assertThat(boards.export(board.id())).extracting(BoardNote::dots).containsExactly(2, 8);
  }

  @Test
  void whatIsNotOpenIsRefusedWithItsReason() {
    Board board =
        tests.board(
            TestBoards.collecting("need"),
            NewPhase.showing("round", "Vorstellen", "Lesen Sie.", Hat.DEPARTMENT, List.of("need")));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess chair = tests.person("Leitung", BoardAccess.Part.LEADS);
    BoardAccess guest = tests.person("Gast", BoardAccess.Part.WATCHES);
    ThrowingCallable writing =
        () -> boards.note(board.id(), anna, new NewNote("Zu spät", null, null), null);
    boards.note(board.id(), anna, new NewNote("Rechtzeitig", null, null), null);

    assertThatThrownBy(
            () -> boards.note(board.id(), guest, new NewNote("Ich auch", null, null), null))
        .hasMessage("board.refused.reader");
    boards.lock(board.id(), chair.person());
    assertThatThrownBy(writing).hasMessage("board.refused.locked");
    boards.note(board.id(), chair, new NewNote("Von der Leitung", null, null), null);
    boards.unlock(board.id(), chair.person());
    boards.openPhase(board.id(), "round", chair.person());
    assertThatThrownBy(writing).hasMessage("board.refused.closed");
    assertThatThrownBy(() -> boards.openPhase(board.id(), "none", null))
        .hasMessage("board.phase.notFound");

    assertThat(boards.view(board.id(), anna).notes())
        .extracting(BoardView.NoteView::text)
        .containsExactly("Rechtzeitig", "Von der Leitung");
  }
}
