package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Nodes that write on one board without holding it, each trusting what it remembers. */
@AllmendeTest
class TogetherTest {

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @Autowired LiveBoards live;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @Test
  void whatAnotherNodeWroteUnheardIsGoneBeyondNotOver() {
    Board board = tests.board(TestBoards.collecting("need").withDots(3));
    BoardAccess anna = tests.participant("Anna");
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      String mine =
          ear.op(id(), "note.create", null, "{\"text\":\"Hier\"}").path("note").asString();
      String theirs = writtenElsewhere(board, 3);
      // Two at once, which are judged together and find that the number is another one.
      String dots = id();
      String reply = id();
      ear.send(dots, "dots.set", mine, "{\"count\":2}");
      ear.send(reply, "note.comment", theirs, "{\"text\":\"Gesehen\"}");

      assertThat(List.of(ear.answer(dots), ear.answer(reply)))
          .extracting(answer -> answer.path("seq").asLong())
          .containsExactly(4L, 5L);
      assertThat(ear.all("op"))
          .extracting(op -> op.path("seq").asLong())
          .containsExactly(2L, 3L, 4L, 5L);
      assertThat(boards.view(board.id(), anna).notes())
          .extracting(
              BoardView.NoteView::text,
              BoardView.NoteView::own,
              note -> note.comments().stream().map(BoardView.CommentView::text).toList())
          .containsExactlyInAnyOrder(
              tuple("Hier", 2, List.of()), tuple("Von nebenan", 0, List.of("Gesehen")));
    }
  }

  /** As the other node does it, whose signal has not come yet. */
  private String writtenElsewhere(Board board, long seq) {
    String note = id();
    sql.sql(
            """
            with note as (
              insert into board_note (id, board, zone, rank, text, hat, seq, created_at)
              values (:note, :board, :zone, 'W', 'Von nebenan', 'department', :seq, now())),
            op as (
              insert into board_op (board, seq, op_id, kind, target, payload, notes, at)
              values (:board, :seq, :note, 'note.create', :note, '{}', array[:note], now()))
            update board_board set seq = :seq where id = :board
            """)
        .param("note", note)
        .param("board", board.id().value())
        .param("zone", boards.zones(board.id()).getFirst().id().value())
        .param("seq", seq)
        .update();
    return note;
  }

  @Test
  void whoRepeatsLateIsAnsweredAsAtFirst() {
    Board board = tests.board(TestBoards.collecting("need"));
    String opId = id();
    try (Ear ear = Ear.on(port, board, tests.participant("Anna"), -1)) {
      JsonNode first = ear.op(opId, "note.create", null, "{\"text\":\"Eins\"}");
      ear.op(id(), "note.create", null, "{\"text\":\"Zwei\"}");
      ear.frames.clear();
      String third = id();
      ear.send(opId, "note.create", null, "{\"text\":\"Eins\"}");
      ear.send(third, "note.create", null, "{\"text\":\"Drei\"}");

      assertThat(ear.answer(opId)).isEqualTo(first);
      assertThat(ear.answer(third).path("seq").asLong()).isEqualTo(4);
      assertThat(boards.export(board.id()))
          .extracting(BoardNote::text)
          .containsExactly("Eins", "Zwei", "Drei");
    }
  }

  @Test
  void aBoardIsAsItWasOnceWhatWasNotWrittenIsDiscarded() {
    Board board = tests.board(TestBoards.collecting("need").withDots(3));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess chair = tests.person("Leitung", BoardAccess.Part.LEADS);
    String bottom;
    String lying;
    try (Ear ear = Ear.on(port, board, chair, -1)) {
      bottom = ear.op(id(), "note.create", null, "{\"text\":\"Unten\"}").path("note").asString();
      lying = ear.op(id(), "note.create", null, "{\"text\":\"Oben\"}").path("note").asString();
      ear.op(id(), "note.stack", lying, "{\"onto\":\"" + bottom + "\"}");
      ear.op(id(), "dots.set", bottom, "{\"count\":1}");
      ear.op(id(), "note.comment", bottom, "{\"text\":\"Bleibt\"}");
    }
    LiveBoard remembered = live.read(board.id());
    for (Change.OnNote change :
        List.of(
            new Change.CreateNote("Neu", null, null),
            new Change.UnstackNote(lying),
            new Change.ParkNote(lying),
            new Change.SetDots(bottom, 3),
            new Change.CommentNote(bottom, "Geht wieder"),
            new Change.MoveNote(bottom, remembered.now().zoneIds().getLast(), null),
            new Change.DeleteNote(bottom))) {
      var effect = new NoteChanges(remembered, chair, Instant.now()).apply(change);
      remembered.put(
          new LiveBoard.Entry(
              new Operation(
                  remembered.seq() + 1,
                  id(),
                  chair.person().value(),
                  change.kind(),
                  effect.target(),
                  effect.notes()),
              change,
              effect.undo()));
    }
    assertThat(said(remembered, chair)).isNotEqualTo(said(live.read(board.id()), chair));

    remembered.discard();

    LiveBoard stored = live.read(board.id());
    assertThat(remembered.draft().isEmpty()).isTrue();
    assertThat(said(remembered, chair)).isEqualTo(said(stored, chair));
    assertThat(said(remembered, anna)).isEqualTo(said(stored, anna));
  }

  /** All that can be asked of a board, for one reader. */
  private static List<Object> said(LiveBoard board, BoardAccess reader) {
    return List.of(
        board.seq(),
        board.size(),
        board.shown(),
        board.shown().stream().map(note -> board.comments(note.id())).toList(),
        board.shown().stream().map(note -> board.on(note.id())).toList(),
        board.shown().stream().map(note -> String.valueOf(board.following(note))).toList(),
        board.dots("need", reader.person()));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
