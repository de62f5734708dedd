package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AllmendeTest
class BoardSocketTest {

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @Autowired TestRules rules;
  @Autowired Rooms rooms;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @Test
  void theSameOperationTwiceIsOneNote() {
    Board board = tests.board(TestBoards.collecting("need"));
    String opId = UUID.randomUUID().toString();
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1)) {
      JsonNode first = anna.op(opId, "note.create", null, "{\"text\":\"Einmal\"}");
      anna.frames.clear();
      JsonNode again = anna.op(opId, "note.create", null, "{\"text\":\"Einmal\"}");

      assertThat(again).isEqualTo(first);
      assertThat(boards.export(board.id())).extracting(BoardNote::text).containsExactly("Einmal");
    }
  }

  @Test
  void everybodyIsToldTheSameOrder() throws InterruptedException {
    Board board = tests.board(TestBoards.collecting("need"));
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1);
        Ear bernd = Ear.on(port, board, tests.participant("Bernd"), -1)) {
      Thread one = Thread.startVirtualThread(() -> write(anna, "A"));
      Thread two = Thread.startVirtualThread(() -> write(bernd, "B"));
      one.join();
      two.join();
      anna.await("op", op -> op.path("seq").asLong() == 31);
      bernd.await("op", op -> op.path("seq").asLong() == 31);

      List<String> heard = texts(anna);
      assertThat(heard).hasSize(30).doesNotHaveDuplicates().isEqualTo(texts(bernd));
      assertThat(anna.all("op"))
          .extracting(op -> op.path("seq").asLong())
          .containsExactlyElementsOf(IntStream.rangeClosed(2, 31).mapToObj(Long::valueOf).toList());
      assertThat(boards.export(board.id()))
          .extracting(BoardNote::text)
          .containsExactlyElementsOf(heard);
    }
  }

  private static void write(Ear ear, String name) {
    IntStream.range(0, 15)
        .forEach(i ->
            ear.op(
                UUID.randomUUID().toString(),
                "note.create",
                null,
                "{\"text\":\"" + name + i + "\"}"));
  }

  private static List<String> texts(Ear ear) {
    return ear.all("op").stream()
        .map(op -> op.path("notes").path(0).path("text").asString())
        .toList();
  }

  @Test
  void opensToPagesOfThisHostOnlyWhateverPortAProxyListensOn() {
    String socket = tests.board(TestBoards.collecting("need")).socket();
    String ours = "Origin: http://localhost:" + port;
    try (Ear page = Ear.at(port, socket, List.of(ours, "X-Forwarded-Proto: http"))) {
      page.say("{\"type\":\"hello\"}");
      page.await("refused", frame -> frame.path("code").asString().equals("stranger"));
    }
    List<String> foreign = List.of("Origin: http://localhost:1", "Authorization: Basic YTpi");
    assertThatThrownBy(() -> Ear.at(port, socket, foreign))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void theWordsOfCoveredNotesReachNobodyElse() {
    Board board = tests.board(TestBoards.collecting("need").withNotesCovered());
    BoardAccess chair = tests.person("Leitung", BoardAccess.Part.LEADS);
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1);
        Ear bernd = Ear.on(port, board, tests.participant("Bernd"), -1);
        Ear lead = Ear.on(port, board, chair, -1)) {
      JsonNode ack =
          anna.op(
              UUID.randomUUID().toString(), "note.create", null, "{\"text\":\"Streng geheim\"}");
      String note = ack.path("note").asString();
      anna.op(UUID.randomUUID().toString(), "note.edit", note, "{\"text\":\"Noch geheimer\"}");
      bernd.await("op", op -> op.path("seq").asLong() == 3);
      lead.await("op", op -> op.path("seq").asLong() == 3);
      try (Ear late = Ear.on(port, board, tests.participant("Clara"), -1);
          Ear back = Ear.on(port, board, tests.participant("Doris"), 1)) {
        late.await("state", state -> true);
        back.await("op", op -> op.path("seq").asLong() == 3);

        assertThat(boards.export(board.id()))
            .extracting(BoardNote::text)
            .containsExactly("Noch geheimer");
        assertThat(anna.frames).anyMatch(frame -> frame.contains("Noch geheimer"));
        for (Ear other : List.of(bernd, lead, late, back)) {
          assertThat(other.frames)
              .noneMatch(frame -> frame.toLowerCase(java.util.Locale.ROOT).contains("geheim"));
        }
        assertThat(bernd.all("op"))
            .extracting(op -> op.path("zones").path(0).path("others").asInt())
            .containsExactly(1, 1);

        boards.reveal(board.id(), chair.person());
        bernd.await("state", state -> state.toString().contains("Noch geheimer"));
        assertThat(bernd.frames).noneMatch(frame -> frame.contains("Streng geheim"));
        assertThat(bernd.frames).noneMatch(frame -> frame.contains("Anna"));
      }
    }
  }

  @Test
  void whoComesBackIsToldExactlyWhatWasMissed() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    IntStream.range(0, 6)
        .forEach(i -> boards.note(board.id(), anna, new NewNote("Notiz " + i, null, null), null));

    try (Ear back = Ear.on(port, board, anna, 4)) {
      back.await("op", op -> op.path("seq").asLong() == 7);

      assertThat(back.all("state")).isEmpty();
      assertThat(back.all("op"))
          .extracting(op -> op.path("seq").asLong())
          .containsExactly(5L, 6L, 7L);
      assertThat(texts(back)).containsExactly("Notiz 3", "Notiz 4", "Notiz 5");
    }
    boards.lock(board.id(), null);
    try (Ear back = Ear.on(port, board, anna, 4)) {
      back.await("state", state -> state.path("board").path("seq").asLong() == 8);
      assertThat(back.all("op")).isEmpty();
    }
  }

  @Test
  void whatIsRefusedHasItsReason() {
    Board board =
        tests.board(
            TestBoards.collecting("need").withDots(2),
            NewPhase.showing("round", "Vorstellen", "Lesen Sie.", Hat.DEPARTMENT, List.of("need")));
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1);
        Ear bernd = Ear.on(port, board, tests.participant("Bernd"), -1)) {
      String note = create(anna, "Meine").path("note").asString();
      bernd.await("op", op -> op.path("seq").asLong() == 2);

      assertThat(reason(create(anna, "x".repeat(10_000))))
          .isEqualTo(
              "too_long: Eine Notiz fasst 500 Zeichen, Ihr Text hat 10.000. Kürzen Sie ihn oder verteilen Sie ihn auf mehrere Notizen.");
      assertThat(reason(bernd.op("bernd-edit", "note.edit", note, "{\"text\":\"Seine\"}")))
          .isEqualTo("not_yours: Nur wer die Notiz geschrieben hat, kann das tun.");
      assertThat(
              anna.op("anna-edit-1", "note.edit", note, "{\"text\":\"Besser\"}")
                  .path("type")
                  .asString())
          .isEqualTo("ack");
      assertThat(reason(anna.op("anna-edit-2", "note.edit", note, "{\"text\":\"Veraltet\"}")))
          .isEqualTo("changed: Die Notiz wurde inzwischen geändert. Prüfen Sie den neuen Stand.");
      assertThat(reason(anna.op("anna-dots-1", "dots.set", note, "{\"count\":3}")))
          .isEqualTo("dots: Sie haben 2 Punkte. Nehmen Sie zuerst einen anderen weg.");
      boards.lock(board.id(), null);
      assertThat(reason(create(anna, "Gesperrt")))
          .isEqualTo("locked: Die Leitung hat das Board gesperrt.");
      boards.openPhase(board.id(), "round", null);
      boards.unlock(board.id(), null);
      assertThat(reason(create(anna, "Zu spät")))
          .isEqualTo("closed: In diesem Schritt nimmt das Board keine Notizen an.");
      anna.say("no json");
      assertThat(
              reason(
                  anna.await(
                      "refused", frame -> frame.path("code").asString().equals("unreadable"))))
          .isEqualTo("unreadable: Diese Nachricht versteht das Board nicht.");
      assertThat(boards.export(board.id())).extracting(BoardNote::text).containsExactly("Besser");
    }
  }

  @Test
  void whoIsNoLongerKnownIsLetOutAtOnce() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      rules.forget(anna.person().value());
      boards.recheck(board.id(), null);
      assertThat(ear.await("bye", bye -> true).path("reason").asString())
          .startsWith("Treten Sie dem Workshop bei");
    }
    assertThatThrownBy(() -> Ear.on(port, board, anna, -1))
        .hasMessageContaining("Treten Sie dem Workshop bei");
  }

  @Test
  void whoIsPutOutWhileSayingHelloDoesNotComeIn() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    Room room = rooms.room(board.id());
    try (Ear ear = whilePutOut(board, anna, room)) {
      assertThat(reason(ear.await("refused", frame -> true)))
          .startsWith("stranger: Treten Sie dem Workshop bei");
      assertThat(ear.all("state")).isEmpty();
      assertThat(room.readers).extracting(Reader::access).doesNotContain(anna);
    }
  }

  /** Greeted, and not let in before she is put out. */
  private Ear whilePutOut(Board board, BoardAccess anna, Room room) {
    room.lock.lock();
    try {
      Ear ear = Ear.on(port, board, anna, -1);
      rules.forget(anna.person().value());
      boards.recheck(board.id(), null);
      assertThat(rooms.<Long>ask(board.id(), LiveBoard::seq)).isEqualTo(2);
      return ear;
    } finally {
      room.lock.unlock();
    }
  }

  @Test
  void whatTheDatabaseKeptFromSomebodyIsToldLater() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      ear.await("state", state -> true);
      ear.frames.clear();
      rules.failFor(anna.person().value());
      sql.sql(
              """
              with op as (
                insert into board_op (board, seq, op_id, kind, payload, notes, at)
                values (:board, 2, :op, 'board.recheck', '{}', '{}', now()))
              update board_board set seq = 2 where id = :board
              """)
          .param("op", UUID.randomUUID().toString())
          .param("board", board.id().value())
          .update();
      assertThatThrownBy(() -> rooms.ask(board.id(), LiveBoard::seq))
          .isInstanceOf(DataAccessException.class);
      rules.recover();
      assertThat(ear.await("state", state -> true).path("board").path("seq").asLong()).isEqualTo(2);
    }
  }

  @Test
  void ofWhomNothingIsHeardIsGone() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    try (Ear bernd = Ear.on(port, board, tests.participant("Bernd"), -1);
        RawLine line = new RawLine(port, board.socket())) {
      line.say("{\"type\":\"hello\",\"token\":\"" + anna.person() + "\",\"lastSeq\":-1}");
      bernd.await("presence", presence -> presence.path("here").asInt() == 2);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> bernd.all("presence").getLast().path("here").asInt() == 1);
    }
  }

  @Test
  void tellsWhatAnotherNodeWroteEvenWithoutASignal() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    String zone = boards.zones(board.id()).getFirst().id().value();
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      ear.await("state", state -> true);
      sql.sql(
              """
              with note as (
                insert into board_note (id, board, zone, rank, text, hat, seq, created_at)
                values (:note, :board, :zone, 'V', 'Von nebenan', 'department', 2, now())),
              op as (
                insert into board_op (board, seq, op_id, kind, target, payload, notes, at)
                values (:board, 2, :note, 'note.create', :note, '{}', array[:note], now()))
              update board_board set seq = 2 where id = :board
              """)
          .param("note", "N" + UUID.randomUUID())
          .param("board", board.id().value())
          .param("zone", zone)
          .update();
      JsonNode op = ear.await("op", frame -> frame.path("seq").asLong() == 2);
      assertThat(op.path("notes").path(0).path("text").asString()).isEqualTo("Von nebenan");
    }
  }

  @Test
  void oneWhoIsTooFastIsSlowedDownAlone() {
    Board board = tests.board(TestBoards.collecting("need"));
    try (Ear fast = Ear.on(port, board, tests.participant("Eilig"), -1);
        Ear calm = Ear.on(port, board, tests.participant("Ruhig"), -1)) {
      for (int i = 0; i < 60; i++) {
        fast.send("fast-note-" + i, "note.create", null, "{\"text\":\"" + i + "\"}");
      }
      assertThat(reason(fast.await("refused", frame -> true))).startsWith("too_fast: ");
      assertThat(create(calm, "In Ruhe").path("type").asString()).isEqualTo("ack");
    }
  }

  private static JsonNode create(Ear ear, String text) {
    return ear.op(UUID.randomUUID().toString(), "note.create", null, "{\"text\":\"" + text + "\"}");
  }

  private static String reason(JsonNode refused) {
    return refused.path("code").asString() + ": " + refused.path("reason").asString();
  }
}
