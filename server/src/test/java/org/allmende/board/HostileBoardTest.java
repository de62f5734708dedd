package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.allmende.wall.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is said on the line of a board is refused in a sentence or ends that line with a code;
 * whoever writes beside it goes on.
 */
@AllmendeTest
@ExtendWith(OutputCaptureExtension.class)
class HostileBoardTest {

  private static final int LINES = 40;

  /** Fewer than the changes one person may make at once. */
  private static final int MESSAGES = 30;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Ends of a line that say what was wrong with what came; 1011 would be a fault of ours. */
  private static final Set<Integer> CODES = Set.of(1002, 1003, 1007, 1009);

  private static final Set<String> ANSWERS =
      Set.of("welcome", "state", "op", "ack", "refused", "moving", "presence", "pong");

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @LocalServerPort int port;

  private Board board;
  private String foreign;

  @BeforeEach
  void open() {
    board = tests.board(TestBoards.collecting("need").withDots(3));
    foreign = written(tests.board(TestBoards.collecting("need")));
  }

  private String written(Board where) {
    var note = new NewNote("Von nebenan", null, null);
    return boards.note(where.id(), tests.participant("Nachbar"), note, null).value();
  }

  static Stream<Seed> seeds() {
    return Seed.all().stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsSaidTheBoardStaysFit(Seed seed, CapturedOutput output) {
    System.out.println("HostileBoardTest: " + seed);
    List<String> ids = List.of(written(board), foreign, board.id().value());
    try (Ear beside = Ear.on(port, board, tests.participant("Nebenan"), -1)) {
      for (int line = 1; line <= LINES; line++) {
        talk(new HostileWords(seed.poison(), ids), seed + ", line " + line);
        hears(beside, line);
      }
      assertThat(written(beside)).isEqualTo("ack");
    }
    assertThat(output.getAll()).doesNotContain("\tat org.allmende.board", "board " + board.id());
  }

  /** One line: says hello well or badly, then whatever comes to mind. */
  private void talk(HostileWords words, String which) {
    String token = tests.participant("Wer").person().value();
    try (Ear ear = Ear.at(port, board.socket(), List.of())) {
      ear.say(words.hello(token));
      boolean open = true;
      for (int i = 0; i < MESSAGES && open; i++) {
        open = said(words.next(), ear);
      }
      if (open) {
        said(on -> on.send("the-last-one", "nothing", null, "{}"), ear);
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(isOver(ear))
                  .as("%s: closed %d, %s, %s", which, ear.closed, ear.broken, ear.frames)
                  .isTrue());
      assertThat(ear.frames).as(which).allSatisfy(HostileBoardTest::isAnAnswer);
    }
  }

  /**
   * Ended with a code, or answered to the end. Who goes on talking after what ends a line may find
   * it broken before the code is read: TCP resets what nobody listens to.
   */
  private static boolean isOver(Ear ear) {
    return CODES.contains(ear.closed)
        || ear.refused("the-last-one")
        || (ear.saidTheUnsayable && ear.broken != null);
  }

  /** False if the server has ended the line meanwhile. */
  private static boolean said(Consumer<Ear> words, Ear ear) {
    try {
      words.accept(ear);
      return true;
    } catch (CompletionException over) {
      assertThat(over).hasMessageMatching(".*(Output closed|closed output).*");
      return false;
    }
  }

  private static void hears(Ear beside, int times) {
    beside.say("{\"type\": \"ping\"}");
    await().atMost(PATIENCE).until(() -> beside.all("pong").size() == times);
  }

  private static String written(Ear ear) {
    return ear.op(UUID.randomUUID().toString(), "note.create", null, "{\"text\":\"Noch da\"}")
        .path("type")
        .asString();
  }

  private static void isAnAnswer(String frame) {
    JsonNode answer = Ear.read(frame);
    assertThat(ANSWERS).contains(answer.path("type").asString());
    if (answer.path("type").asString().equals("refused")) {
      assertThat(answer.path("reason").asString()).endsWith(".").doesNotContain("Exception");
    }
  }

  /** Frames that no browser sends, as bytes, with the code that ends the line. */
  enum WrongFrame {
    OF_NO_KIND(1002, 0x83, 0x80, 0, 0, 0, 0),
    WITH_A_RESERVED_BIT(1002, 0xC1, 0x80, 0, 0, 0, 0),
    WITHOUT_A_MASK(1002, 0x81, 0x01, 'a'),
    WITH_BROKEN_LETTERS(1007, 0x81, 0x82, 0, 0, 0, 0, 0xC3, 0x28),
    GOING_ON_WITH_NOTHING(1002, 0x80, 0x80, 0, 0, 0, 0),
    PING_TOO_LONG(1002, Arrays.copyOf(new int[] {0x89, 0xFE, 0x00, 0x7E}, 8 + 126)),
    OF_NEGATIVE_LENGTH(1009, 0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final int code;
    private final int[] bytes;

    WrongFrame(int code, int... bytes) {
      this.code = code;
      this.bytes = bytes;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoMessageEndsTheLine(WrongFrame frame, CapturedOutput output) {
    try (Ear beside = Ear.on(port, board, tests.participant("Nebenan"), -1);
        RawLine line = new RawLine(port, board.socket())) {
      line.send(frame.bytes);
      assertThat(line.code()).isEqualTo(frame.code);
      assertThat(written(beside)).isEqualTo("ack");
    }
    assertThat(output.getAll()).doesNotContain("\tat org.allmende.board", "board " + board.id());
  }

  @Test
  void whoBreaksOffInTheMiddleOfAMessageHarmsNobody() {
    try (Ear beside = Ear.on(port, board, tests.participant("Nebenan"), -1)) {
      try (RawLine line = new RawLine(port, board.socket())) {
        line.send(0x01, 0x81, 0, 0, 0, 0, '{');
      }
      assertThat(written(beside)).isEqualTo("ack");
    }
  }
}
