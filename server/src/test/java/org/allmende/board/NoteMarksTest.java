package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.allmende.AllmendeTest;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AllmendeTest
class NoteMarksTest {

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @Autowired BoardPersonalData personalData;
  @LocalServerPort int port;

  private static final NewPhase ROUND =
      NewPhase.showing("round", "Runde", "Lesen Sie.", Hat.DEPARTMENT, List.of("need"));

  @Test
  void whatComesAfterItsTimeIsLate() {
    Board board = tests.board(TestBoards.collecting("need"), ROUND);
    BoardAccess anna = tests.participant("Anna");
    write(board, anna, "Ohne Uhr");
    boards.endPhaseAt(board.id(), Instant.now().plusSeconds(600), null);
    write(board, anna, "Rechtzeitig");
    boards.endPhaseAt(board.id(), Instant.now().minusSeconds(1), null);
    write(board, anna, "Nach der Zeit");
    boards.endPhaseAt(board.id(), Instant.now().plusSeconds(600), null);
    write(board, anna, "In der Zugabe");
    boards.openPhase(board.id(), "round", null);
    boards.openPhase(
        board.id(), TestBoards.collecting("need"), Instant.now().plusSeconds(600), null);
    write(board, anna, "Beim zweiten Mal");

    assertThat(boards.export(board.id()))
        .extracting(BoardNote::text, note -> note.marks().late())
        .containsExactly(
            Tuple.tuple("Ohne Uhr", false),
            Tuple.tuple("Rechtzeitig", false),
            Tuple.tuple("Nach der Zeit", true),
            Tuple.tuple("In der Zugabe", false),
            Tuple.tuple("Beim zweiten Mal", true));
    assertThat(boards.view(board.id(), anna).notes())
        .extracting(BoardView.NoteView::late)
        .containsExactly(false, false, true, false, true);
  }

  @Test
  void aTableIsNamedOnItsNotesAndAPersonIsNot() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess table = tests.table("Tisch 3", 4);
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1);
        Ear three = Ear.on(port, board, table, -1)) {
      create(anna, "Von Anna");
      create(three, "Vom Tisch");
      JsonNode told = anna.await("op", op -> op.path("seq").asLong() == 3).path("notes").path(0);
      assertThat(told.path("table").asString()).isEqualTo("Tisch 3");
      JsonNode annas = three.await("op", op -> op.path("seq").asLong() == 2);
      assertThat(annas.path("notes").path(0).has("table")).isFalse();
    }
    assertThat(boards.view(board.id(), tests.participant("Bernd")).notes())
        .extracting(BoardView.NoteView::text, BoardView.NoteView::table)
        .containsExactly(Tuple.tuple("Von Anna", null), Tuple.tuple("Vom Tisch", "Tisch 3"));

    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1)) {
      personalData.erase(table.person());
      JsonNode told = anna.await("op", op -> op.path("kind").asString().equals("note.disown"));
      assertThat(told.path("notes").path(0).path("text").asString()).isEqualTo("Vom Tisch");
      assertThat(told.path("notes").path(0).has("table")).isFalse();
    }
    assertThat(boards.export(board.id()))
        .extracting(BoardNote::text, note -> note.marks().table())
        .containsExactly(Tuple.tuple("Von Anna", null), Tuple.tuple("Vom Tisch", null));
  }

  @Test
  void effortAndRiskAreMarkedByThoseWhoMay() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess chair = tests.person("Leitung", BoardAccess.Part.LEADS);
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1);
        Ear lead = Ear.on(port, board, chair, -1)) {
      String note = create(anna, "Hallenzeiten");
      String marks = "{\"effort\":\"high\",\"risk\":\"legal\"}";
      assertThat(code(op(anna, "note.mark", note, marks))).isEqualTo("no_marks");
      assertThat(type(op(lead, "note.mark", note, marks))).isEqualTo("ack");
      JsonNode told = anna.await("op", op -> op.path("kind").asString().equals("note.mark"));
      assertThat(told.path("notes").path(0).path("effort").asString()).isEqualTo("high");
      assertThat(told.path("notes").path(0).path("risk").asString()).isEqualTo("legal");

      boards.openMarking(board.id(), chair.person());
      assertThat(type(op(anna, "note.mark", note, "{\"effort\":\"low\"}"))).isEqualTo("ack");
      assertThat(code(op(anna, "note.mark", note, "{\"effort\":\"huge\"}")))
          .isEqualTo("unreadable");
    }
    assertThat(boards.export(board.id()))
        .extracting(BoardNote::marks)
        .containsExactly(new NoteMarks(null, null, false, Effort.LOW, null, null));
  }

  @Test
  void whatIsParkedIsSeenInEveryPhaseUntilItIsTakenBack() {
    Board board =
        tests.board(
            TestBoards.collecting("need"),
            NewPhase.collecting("more", "Mehr", "Und?", Hat.DEPARTMENT, List.of("M")));
    BoardAccess anna = tests.participant("Anna");
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      String below = create(ear, "Unten");
      String above = create(ear, "Oben");
      op(ear, "note.stack", above, "{\"onto\":\"" + below + "\"}");
      op(ear, "note.park", below, "{}");
      boards.openPhase(board.id(), "more", null);

      BoardView parked = boards.view(board.id(), tests.participant("Bernd"));
      assertThat(parked.parked()).extracting(BoardView.NoteView::text).containsExactly("Unten");
      assertThat(parked.stackedOn(parked.parked().getFirst()))
          .extracting(BoardView.NoteView::text)
          .containsExactly("Oben");
      assertThat(boards.parked(board.id()))
          .extracting(BoardNote::text, note -> note.marks().parked().by())
          .containsExactly(Tuple.tuple("Unten", anna.person()), Tuple.tuple("Oben", anna.person()));
      String other = create(ear, "Daneben");
      assertThat(code(op(ear, "note.stack", other, "{\"onto\":\"" + below + "\"}")))
          .isEqualTo("parked");

      assertThat(type(op(ear, "note.unpark", below, "{}"))).isEqualTo("ack");
      JsonNode told = ear.await("op", op -> op.path("kind").asString().equals("note.unpark"));
      assertThat(told.path("gone")).extracting(JsonNode::asString).contains(below, above);
      assertThat(boards.parked(board.id())).isEmpty();
    }
  }

  @Test
  void repliesAreAsCoveredAsTheirNote() {
    Board board = tests.board(TestBoards.collecting("need").withNotesCovered());
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");
    try (Ear own = Ear.on(port, board, anna, -1);
        Ear other = Ear.on(port, board, bernd, -1)) {
      String note = create(own, "Verdeckt");
      op(own, "note.comment", note, "{\"text\":\" Streng geheim \"}");
      assertThat(code(op(other, "note.comment", note, "{\"text\":\"Was steht da?\"}")))
          .isEqualTo("gone");
      assertThat(other.frames).noneMatch(frame -> frame.contains("geheim"));

      boards.reveal(board.id(), null);
      assertThat(type(op(other, "note.comment", note, "{\"text\":\"Aha\"}"))).isEqualTo("ack");
      assertThat(code(op(other, "note.comment", note, "{\"text\":\"  \"}")))
          .isEqualTo("empty_comment");
      assertThat(code(op(other, "note.comment", note, "{\"text\":\"" + "ä".repeat(201) + "\"}")))
          .isEqualTo("comment_too_long");
      List<BoardView.CommentView> seen =
          boards.view(board.id(), bernd).notes().getFirst().comments();
      assertThat(seen)
          .extracting(BoardView.CommentView::text, BoardView.CommentView::mine)
          .containsExactly(Tuple.tuple("Streng geheim", false), Tuple.tuple("Aha", true));
      String foreign = "{\"comment\":\"" + seen.getFirst().id() + "\"}";
      assertThat(code(op(other, "note.uncomment", note, foreign))).isEqualTo("not_your_comment");
      assertThat(type(op(own, "note.uncomment", note, foreign))).isEqualTo("ack");
      assertThat(boards.comments(board.id()))
          .containsExactly(java.util.Map.entry(new NoteId(note), List.of("Aha")));
      assertThat(personalData.export(bernd.person()).get("comment")).containsExactly("Aha");
    }
  }

  @Test
  void oneTakesBackWhatOneDidLastStepByStep() {
    Board board = tests.board(TestBoards.collecting("need").withDots(3));
    BoardAccess anna = tests.participant("Anna");
    List<String> zones = boards.zones(board.id()).stream().map(zone -> zone.id().value()).toList();
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      String one = create(ear, "Eins");
      String two = create(ear, "Zwei");
      String three = create(ear, "Drei");
      List<BoardView.NoteView> before = notes(board, anna);

      op(ear, "note.edit", one, "{\"text\":\"Anders\"}");
      op(ear, "note.hat", one, "{\"hat\":\"administration\"}");
      op(ear, "note.move", one, "{\"zone\":\"" + zones.getLast() + "\",\"before\":null}");
      op(ear, "note.stack", three, "{\"onto\":\"" + two + "\"}");
      op(ear, "note.park", two, "{}");
      op(ear, "dots.set", two, "{\"count\":2}");
      op(ear, "note.comment", two, "{\"text\":\"Nur so\"}");
      op(ear, "note.delete", three, "{}");
      for (int i = 0; i < 8; i++) {
        assertThat(type(undo(ear))).isEqualTo("ack");
      }

      assertThat(notes(board, anna))
          .extracting(
              BoardView.NoteView::text,
              BoardView.NoteView::zone,
              BoardView.NoteView::hat,
              BoardView.NoteView::on,
              BoardView.NoteView::parked,
              BoardView.NoteView::own,
              BoardView.NoteView::comments)
          .containsExactlyElementsOf(
              before.stream()
                  .map(note ->
                      Tuple.tuple(
                          note.text(),
                          note.zone(),
                          note.hat(),
                          note.on(),
                          note.parked(),
                          note.own(),
                          note.comments()))
                  .toList());
      for (int i = 0; i < 3; i++) {
        undo(ear);
      }
      assertThat(boards.export(board.id())).isEmpty();
      assertThat(code(undo(ear))).isEqualTo("nothing_to_undo");
    }
  }

  @Test
  void whatSomebodyElseHasChangedSinceStays() {
    Board board = tests.board(TestBoards.collecting("need").withDots(3));
    BoardAccess chair = tests.person("Leitung", BoardAccess.Part.LEADS);
    String zone = boards.zones(board.id()).getLast().id().value();
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1);
        Ear lead = Ear.on(port, board, chair, -1)) {
      String note = create(anna, "Meine");
      op(lead, "dots.set", note, "{\"count\":1}");
      op(anna, "note.edit", note, "{\"text\":\"Doch anders\"}");
      op(lead, "note.move", note, "{\"zone\":\"" + zone + "\",\"before\":null}");

      JsonNode refused = undo(anna);
      assertThat(code(refused)).isEqualTo("overtaken");
      assertThat(refused.path("reason").asString())
          .isEqualTo(
              "Jemand anderes hat die Notiz inzwischen geändert. Ihre letzte Änderung bleibt deshalb stehen.");
      boards.lock(board.id(), chair.person());
      String locked = UUID.randomUUID().toString();
      assertThat(code(anna.op(locked, "note.undo", null, "{}"))).isIn("overtaken", "locked");
    }
    assertThat(boards.export(board.id()))
        .extracting(BoardNote::text)
        .containsExactly("Doch anders");
  }

  private List<BoardView.NoteView> notes(Board board, BoardAccess reader) {
    return boards.view(board.id(), reader).notes();
  }

  private void write(Board board, BoardAccess by, String text) {
    boards.note(board.id(), by, new NewNote(text, null, null), null);
  }

  private static String create(Ear ear, String text) {
    return op(ear, "note.create", null, "{\"text\":\"" + text + "\"}").path("note").asString();
  }

  private static JsonNode undo(Ear ear) {
    return op(ear, "note.undo", null, "{}");
  }

  private static JsonNode op(Ear ear, String kind, @Nullable String note, String payload) {
    return ear.op(UUID.randomUUID().toString(), kind, note, payload);
  }

  private static String type(JsonNode answer) {
    return answer.path("type").asString();
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asString();
  }
}
