package org.allmende.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.wall.Poison;

/** What nobody should say on the line of a board, chosen by chance. */
final class HostileWords {

  /** What people on a board can ask for. */
  static final List<String> CHANGES =
      List.of(
          "note.create",
          "note.edit",
          "note.hat",
          "note.move",
          "note.stack",
          "note.unstack",
          "note.park",
          "note.unpark",
          "note.delete",
          "note.restore",
          "note.mark",
          "note.comment",
          "note.uncomment",
          "note.undo",
          "dots.set");

  private static final List<String> KINDS =
      Stream.concat(CHANGES.stream(), Stream.of("board.lock", "phase.open", "")).toList();

  private static final List<String> FIELDS =
      List.of("text", "zone", "hat", "before", "onto", "count", "effort", "risk", "comment");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "1",
          "4294967297",
          "9223372036854775807",
          "-9223372036854775808",
          "123456789012345678901234567890",
          "1e400",
          "0.5");

  private final Poison poison;
  private final List<String> ids;

  /**
   * @param ids of things that are there, of this board and of others
   */
  HostileWords(Poison poison, List<String> ids) {
    this.poison = poison;
    this.ids = ids;
  }

  /** The first message: mostly one that opens the door, knowing whatever number. */
  String hello(String token) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", "\"hello\"");
    fields.put("token", poison.chance(85) ? Poison.quoted(token) : poison.value());
    fields.put("lastSeq", number());
    if (poison.chance(40)) {
      fields.put("lang", poison.value());
    }
    return sayable(object(fields));
  }

  /** Something said on a line. */
  Consumer<Ear> next() {
    if (poison.chance(1)) {
      return ear -> ear.sayBytes((byte) 0, (byte) 0xff);
    }
    String message = sayable(message());
    return poison.chance(5) ? ear -> ear.sayInPieces(message) : ear -> ear.say(message);
  }

  private String message() {
    String whole = object(operation());
    if (poison.chance(70)) {
      return whole;
    }
    return poison.one(
        List.of(
            "",
            "null",
            "[]",
            "\"op\"",
            "{}",
            "{\"type\": [\"op\"]}",
            "{\"type\": \"hello\", \"lastSeq\": 0}",
            "{\"type\": \"moving\", \"note\": " + id() + ", \"on\": " + poison.value() + "}",
            "{\"type\": \"writing\", \"on\": " + poison.value() + "}",
            "{\"type\": " + poison.value() + "}",
            whole.substring(0, whole.length() / 2),
            whole + whole,
            "[".repeat(5_000) + "]".repeat(5_000),
            "{\"payload\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "{\"type\": \"op\", \"lastSeq\": 1" + "0".repeat(5_000) + "}",
            poison.chance(10) ? "x".repeat(70_000) : "x"));
  }

  /** A change, of which now and then something is not what it should be. */
  private Map<String, String> operation() {
    Map<String, String> payload = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (poison.chance(60)) {
        payload.put(
            field, field.equals("count") ? number() : poison.chance(40) ? id() : poison.value());
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", poison.chance(97) ? "\"op\"" : poison.value());
    fields.put("opId", poison.chance(85) ? opId() : poison.value());
    fields.put("kind", poison.chance(95) ? Poison.quoted(poison.one(KINDS)) : poison.value());
    fields.put("target", poison.chance(80) ? id() : poison.value());
    fields.put("base", number());
    fields.put("payload", poison.chance(95) ? object(payload) : poison.value());
    return fields;
  }

  /** Mostly a new one, sometimes one that somebody has used for something else. */
  private String opId() {
    return Poison.quoted(poison.chance(80) ? UUID.randomUUID().toString() : "used-before");
  }

  private String id() {
    return Poison.quoted(poison.one(ids));
  }

  private String number() {
    return poison.chance(80) ? poison.one(NUMBERS) : poison.value();
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> Poison.quoted(field.getKey()) + ": " + field.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A client cannot send half a character, but it can spell one. */
  private static String sayable(String message) {
    return message.replaceAll("\\p{Cs}", "\\\\ud800");
  }
}
