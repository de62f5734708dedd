package org.allmende.board;

import java.util.Locale;
import org.allmende.base.web.PlainText;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client says over the socket, read and checked for its shape. */
record Request(JsonNode body) {

  /**
   * Reads one message.
   *
   * @throws Problem 400 if it is no JSON object
   */
  static Request read(JsonMapper json, String text) {
    try {
      JsonNode body = json.readTree(text);
      if (body.isObject()) {
        return new Request(body);
      }
    } catch (JacksonException e) {
      // told below
    }
    throw Problem.badRequest("board.refused.unreadable");
  }

  String type() {
    return body.path("type").asString("");
  }

  /** A text that names something; null if there is none or no name can read so. */
  @Nullable String text(String field) {
    String words = words(field);
    return words != null && PlainText.isKept(words) ? words : null;
  }

  private @Nullable String words(String field) {
    JsonNode value = body.path(field);
    return value.isString() ? value.asString() : null;
  }

  /** A number that may be missing; -1 then. */
  long number(String field) {
    JsonNode value = body.path(field);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.asLong() : -1;
  }

  private int count(String field) {
    JsonNode value = body.path(field);
    return value.isIntegralNumber() && value.canConvertToInt() ? value.asInt() : -1;
  }

  Reader.Reading reading() {
    return body.path("packed").asBoolean(false) ? Reader.Reading.PACKED : Reader.Reading.PLAIN;
  }

  boolean on() {
    return body.path("on").asBoolean(false);
  }

  /** The id the client gave its operation, null if it is no such id. */
  @Nullable String opId() {
    String id = text("opId");
    return id != null && id.matches("[A-Za-z0-9_-]{8,64}") ? id : null;
  }

  /**
   * The change asked for.
   *
   * @throws Problem 400 if it is none
   */
  Change.OnNote change() {
    var payload = new Request(body.path("payload"));
    String note = text("target");
    return switch (text("kind")) {
      case "note.create" ->
          new Change.CreateNote(given(payload.words("text")), payload.text("zone"), payload.hat());
      case "note.edit" ->
          new Change.EditNote(given(note), count("base"), given(payload.words("text")));
      case "note.hat" -> new Change.ChangeHat(given(note), payload.hatNeeded());
      case "note.move" ->
          new Change.MoveNote(given(note), payload.needed("zone"), payload.text("before"));
      case "note.stack" -> new Change.StackNote(given(note), payload.needed("onto"));
      case "note.unstack" -> new Change.UnstackNote(given(note));
      case "note.delete" -> new Change.DeleteNote(given(note));
      case "note.restore" -> new Change.RestoreNote(given(note));
      case "dots.set" -> new Change.SetDots(given(note), payload.count("count"));
      case "note.mark" ->
          new Change.MarkNote(
              given(note),
              payload.choice("effort", Effort.class),
              payload.choice("risk", Risk.class));
      case "note.park" -> new Change.ParkNote(given(note));
      case "note.unpark" -> new Change.UnparkNote(given(note));
      case "note.comment" -> new Change.CommentNote(given(note), given(payload.words("text")));
      case "note.uncomment" -> new Change.UncommentNote(given(note), payload.needed("comment"));
      case "note.undo" -> Change.Undo.LAST;
      case null, default -> throw Problem.badRequest("board.refused.unreadable");
    };
  }

  private String needed(String field) {
    return given(text(field));
  }

  private static String given(@Nullable String value) {
    if (value == null) {
      throw Problem.badRequest("board.refused.unreadable");
    }
    return value;
  }

  private Hat hatNeeded() {
    Hat hat = hat();
    if (hat == null) {
      throw Problem.badRequest("board.refused.unreadable");
    }
    return hat;
  }

  private @Nullable Hat hat() {
    return choice("hat", Hat.class);
  }

  private <E extends Enum<E>> @Nullable E choice(String field, Class<E> of) {
    String key = text(field);
    if (key == null) {
      return null;
    }
    try {
      return Enum.valueOf(of, key.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("board.refused.unreadable");
    }
  }
}
