package org.allmende.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The conversation in docs/api/board.md is one that the program has. */
@AllmendeTest
class BoardDocsTest {

  private static final Path DOCS = Path.of("..", "docs", "api", "board.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(say|hear)\\n(.*?)^```$");
  private static final Pattern KIND = Pattern.compile("`((?:note|dots)\\.\\w+)`");
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private static final String BEATS = "\"heartbeat\": %d";

  @Autowired TestBoards tests;
  @LocalServerPort int port;

  /** Seconds; quicker in tests than it is documented. */
  @Value("${allmende.live.heartbeat}")
  Duration heartbeat;

  private final Map<String, String> known = new HashMap<>();

  @Test
  void theConversationHappensAsItIsWritten() throws IOException {
    Board board =
        tests.board(
            NewPhase.collecting(
                    "need",
                    "Interner Bedarf",
                    "Was brauchen Sie?",
                    Hat.ADMINISTRATION,
                    List.of("Das brauche ich", "Das weiß ich"))
                .withDots(5)
                .withMarksByAll());
    known.put("token", tests.participant("Jette").person().value());
    List<String[]> blocks =
        BLOCK
            .matcher(
                Files.readString(DOCS, UTF_8)
                    .replace(BEATS.formatted(20), BEATS.formatted(heartbeat.toSeconds())))
            .results()
            .map(block -> new String[] {block.group(1), block.group(2)})
            .toList();
    try (Ear ear = Ear.at(port, board.socket(), List.of())) {
      for (String[] block : blocks) {
        if (block[0].equals("say")) {
          ear.say(NAME.matcher(block[1]).replaceAll(name -> known.get(name.group(1))));
        } else {
          JsonNode written = Ear.read(block[1]);
          JsonNode heard =
              ear.await(written.path("type").asString(), frame -> isAs(written, frame));
          learn(written, heard);
        }
      }
    }
    assertThat(blocks).hasSizeGreaterThan(20);
  }

  @Test
  void everyKindOfChangeIsDocumented() throws IOException {
    List<String> documented =
        Files.readString(DOCS, UTF_8)
            .lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> KIND.matcher(line).results())
            .map(kind -> kind.group(1))
            .toList();
    assertThat(documented).containsExactlyInAnyOrderElementsOf(HostileWords.CHANGES);
  }

  /** Whether the frame says what is written, whatever else it says. */
  private boolean isAs(JsonNode written, JsonNode frame) {
    if (written.isObject()) {
      return written
          .propertyStream()
          .allMatch(field ->
              frame.has(field.getKey()) && isAs(field.getValue(), frame.get(field.getKey())));
    }
    if (written.isArray()) {
      if (!frame.isArray() || written.size() != frame.size()) {
        return false;
      }
      for (int i = 0; i < written.size(); i++) {
        if (!isAs(written.get(i), frame.get(i))) {
          return false;
        }
      }
      return true;
    }
    String name = written.isString() ? name(written) : null;
    if (name != null) {
      return !known.containsKey(name) || known.get(name).equals(frame.asString());
    }
    return written.equals(frame) || (written.isString() && written.asString().equals("…"));
  }

  /** Takes the names that came for the first time. */
  private void learn(JsonNode written, JsonNode frame) {
    if (written.isObject()) {
      written.propertyStream().forEach(field -> learn(field.getValue(), frame.get(field.getKey())));
    } else if (written.isArray()) {
      for (int i = 0; i < written.size(); i++) {
        learn(written.get(i), frame.get(i));
      }
    } else if (written.isString()) {
      String name = name(written);
      if (name != null) {
        known.putIfAbsent(name, frame.asString());
      }
    }
  }

  private static @Nullable String name(JsonNode written) {
    var matcher = NAME.matcher(written.asString());
    return matcher.matches() ? matcher.group(1) : null;
  }
}
