package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What happens to boards on bad days: many at once, one too many, two tabs, rights that change. */
@AllmendeTest
class BadWeatherTest {

  private static final int WRITERS = 43;
  private static final int NOTES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @Autowired Rooms rooms;
  @LocalServerPort int port;

  /** All come from the address of this machine, as 43 colleagues come from that of a town hall. */
  @Test
  void fortyThreeWritersBehindOneAddressLoseNothingAndSeeOneOrder() throws InterruptedException {
    Board board = tests.board(TestBoards.collecting("need"));
    List<Ear> ears = new ArrayList<>();
    try {
      for (int i = 0; i < WRITERS; i++) {
        ears.add(Ear.on(port, board, tests.participant("Wer " + i), -1));
      }
      List<Thread> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(i -> Thread.startVirtualThread(() -> write(ears.get(i), i)))
              .toList();
      for (Thread writer : writers) {
        writer.join();
      }
      int last = 1 + WRITERS * NOTES;
      List<String> stored = boards.export(board.id()).stream().map(BoardNote::text).toList();
      assertThat(stored).hasSize(WRITERS * NOTES).doesNotHaveDuplicates();
      for (Ear ear : ears) {
        await().atMost(PATIENCE).until(() -> seqs(ear).contains((long) last));
        assertThat(seqs(ear))
            .containsExactlyElementsOf(
                IntStream.rangeClosed(2, last).asLongStream().boxed().toList());
        assertThat(texts(ear)).isEqualTo(stored);
      }
    } finally {
      ears.forEach(Ear::close);
    }
  }

  private static void write(Ear ear, int who) {
    for (int i = 0; i < NOTES; i++) {
      assertThat(type(create(ear, who + "." + i))).isEqualTo("ack");
    }
  }

  @Test
  void oneWhoFloodsIsToldAndNobodyElseWaits() {
    Board board = tests.board(TestBoards.collecting("need"));
    try (Ear flood = Ear.on(port, board, tests.participant("Flut"), -1);
        Ear calm = Ear.on(port, board, tests.participant("Ruhig"), -1)) {
      for (int i = 0; i < 400; i++) {
        flood.send("flood-no-" + i, "note.create", null, "{\"text\":\"" + i + "\"}");
      }
      assertThat(type(create(calm, "Dazwischen"))).isEqualTo("ack");
      JsonNode last = flood.answer("flood-no-399");
      assertThat(last.path("code").asString()).isEqualTo("too_fast");
      assertThat(last.path("reason").asString())
          .isEqualTo("Das waren sehr viele Änderungen auf einmal. Das Board nimmt sie gleich an.");
      assertThat(flood.closed).isZero();
    }
  }

  @Test
  void rightsAreThoseOfTheMomentAChangeIsTaken() {
    Board board = tests.board(TestBoards.collecting("need"));
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1)) {
      AtomicInteger accepted = new AtomicInteger();
      IntStream.range(0, 30)
          .forEach(i -> {
            if (i == 15) {
              boards.lock(board.id(), null);
            }
            anna.send("on-its-way-" + i, "note.create", null, "{\"text\":\"" + i + "\"}");
          });
      List<JsonNode> answers =
          IntStream.range(0, 30).mapToObj(i -> anna.answer("on-its-way-" + i)).toList();
      answers.stream()
          .filter(answer -> type(answer).equals("ack"))
          .forEach(_ -> accepted.incrementAndGet());

      assertThat(answers.subList(15, 30))
          .allSatisfy(answer -> assertThat(answer.path("code").asString()).isEqualTo("locked"));
      assertThat(boards.export(board.id())).hasSize(accepted.get());
    }
  }

  @Test
  void aMessageTooLargeEndsOnlyItsOwnLineAndWhatWasWrittenStays() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    try (Ear beside = Ear.on(port, board, tests.participant("Nebenan"), -1);
        Ear ear = Ear.on(port, board, anna, -1)) {
      create(ear, "Vorher");
      ear.send("far-too-large", "note.create", null, "{\"text\":\"" + "x".repeat(70_000) + "\"}");
      await().atMost(PATIENCE).until(() -> ear.closed == 1009);
      assertThat(type(create(beside, "Nachher"))).isEqualTo("ack");
      try (Ear again = Ear.on(port, board, anna, 1)) {
        again.await("op", op -> op.path("seq").asLong() == 3);
        assertThat(texts(again)).containsExactly("Vorher", "Nachher");
      }
    }
  }

  @Test
  void twoTabsOfOnePersonAreOnePersonWithTheSameDots() {
    Board board = tests.board(TestBoards.collecting("need").withDots(2));
    BoardAccess anna = tests.participant("Anna");
    try (Ear one = Ear.on(port, board, anna, -1);
        Ear two = Ear.on(port, board, anna, -1)) {
      String note = create(one, "Meine").path("note").asString();
      JsonNode told = two.await("op", op -> op.path("seq").asLong() == 2);
      assertThat(told.path("notes").path(0).path("mine").asBoolean()).isTrue();
      op(one, "dots.set", note, "{\"count\":2}");
      assertThat(two.await("op", op -> op.path("seq").asLong() == 3).path("dotsLeft").asInt(-1))
          .isZero();
      assertThat(op(two, "dots.set", note, "{\"count\":3}").path("code").asString())
          .isEqualTo("dots");
      assertThat(type(op(two, "note.undo", null, "{}"))).isEqualTo("ack");
      one.await("op", op -> op.path("dotsLeft").asInt(-1) == 2);
      two.await("presence", here -> here.path("here").asInt() == 1);
    }
  }

  /** Whoever comes back while others write past this node hears of it once the node does. */
  @Test
  void whoComesBackMissesNothingThisNodeDoesNotKnowYet() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess ben = tests.participant("Ben");
    try (Ear stays = Ear.on(port, board, anna, -1)) {
      create(stays, "Vorher");
      Room room = rooms.room(board.id());
      Ear back;
      room.lock.lock();
      try {
        back = Ear.on(port, board, ben, 1);
        await().until(room.lock::hasQueuedThreads);
        boards.note(board.id(), anna, new NewNote("Daneben", null, null), null);
      } finally {
        room.lock.unlock();
      }
      try (back) {
        back.await("op", op -> op.path("seq").asLong() == 3);
        assertThat(texts(back)).containsExactly("Vorher", "Daneben");
      }
    }
  }

  @Test
  void dotsBeyondAllMeasureAreRefused() {
    Board board = tests.board(TestBoards.collecting("need").withDots(2));
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1)) {
      String one = create(anna, "Eine").path("note").asString();
      String other = create(anna, "Andere").path("note").asString();
      op(anna, "dots.set", one, "{\"count\":1}");
      JsonNode refused = op(anna, "dots.set", other, "{\"count\":" + Integer.MAX_VALUE + "}");
      assertThat(refused.path("code").asString()).isEqualTo("dots");
    }
  }

  @Test
  void howManyAreThereAndWriteIsToldWithoutNames() {
    Board board = tests.board(TestBoards.collecting("need"));
    try (Ear anna = Ear.on(port, board, tests.participant("Anna"), -1)) {
      anna.await("presence", here -> here.path("here").asInt() == 1);
      try (Ear bernd = Ear.on(port, board, tests.participant("Bernd"), -1)) {
        bernd.say("{\"type\":\"writing\",\"on\":true}");
        JsonNode told = anna.await("presence", here -> here.path("writing").asInt() == 1);
        assertThat(told.toString()).isEqualTo("{\"type\":\"presence\",\"here\":2,\"writing\":1}");
        bernd.say("{\"type\":\"writing\",\"on\":false}");
        bernd.await(
            "presence",
            here -> here.path("here").asInt() == 2 && here.path("writing").asInt() == 0);
      }
    }
    assertThat(boards.get(board.id()).seq()).isEqualTo(1);
  }

  private static List<Long> seqs(Ear ear) {
    return ear.all("op").stream().map(op -> op.path("seq").asLong()).toList();
  }

  private static List<String> texts(Ear ear) {
    return ear.all("op").stream()
        .map(op -> op.path("notes").path(0).path("text").asString())
        .toList();
  }

  private static JsonNode create(Ear ear, String text) {
    return op(ear, "note.create", null, "{\"text\":\"" + text + "\"}");
  }

  private static JsonNode op(Ear ear, String kind, @Nullable String note, String payload) {
    return ear.op(UUID.randomUUID().toString(), kind, note, payload);
  }

  private static String type(JsonNode answer) {
    return answer.path("type").asString();
  }
}
