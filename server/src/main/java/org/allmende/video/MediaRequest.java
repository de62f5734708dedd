package org.allmende.video;

import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser says on the line, read and checked for its shape. */
record MediaRequest(JsonNode body) {

  /**
   * Reads one message.
   *
   * @throws Problem 400 if it is no JSON object
   */
  static MediaRequest read(JsonMapper json, String text) {
    try {
      JsonNode body = json.readTree(text);
      if (body.isObject()) {
        return new MediaRequest(body);
      }
    } catch (JacksonException e) {
      // told below
    }
    throw unreadable();
  }

  static Problem unreadable() {
    return Problem.badRequest("video.refused.unreadable");
  }

  String type() {
    return body.path("type").asString("");
  }

  boolean is(String field) {
    return body.path(field).asBoolean(false);
  }

  /** A number that may be missing. */
  @Nullable Integer number(String field) {
    return number(body.path(field));
  }

  /**
   * A number that must be there.
   *
   * @throws Problem 400 without it
   */
  int count(String field) {
    Integer number = number(field);
    if (number == null) {
      throw unreadable();
    }
    return number;
  }

  private static @Nullable Integer number(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt() ? value.asInt() : null;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.asString() : null;
  }

  /** A word that may be missing. */
  @Nullable String text(String field) {
    return text(body.path(field));
  }

  /** The other end a signal is for. */
  String to() {
    return needed(body.path("to"));
  }

  Signal signal() {
    JsonNode description = body.path("description");
    JsonNode candidate = body.path("candidate");
    if (description.isObject()) {
      String type = needed(description.path("type"));
      if (!type.equals("offer") && !type.equals("answer")) {
        throw unreadable();
      }
      return new Signal(new Signal.Description(type, needed(description.path("sdp"))), null);
    }
    return new Signal(
        null,
        new Signal.Candidate(
            needed(candidate.path("candidate")),
            text(candidate.path("sdpMid")),
            number(candidate.path("sdpMLineIndex"))));
  }

  private static String needed(JsonNode value) {
    String text = text(value);
    if (text == null) {
      throw unreadable();
    }
    return text;
  }
}
