package org.allmende.wall;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is one that somebody who sent nonsense may get: a sentence, and no insides. */
final class Verdict {

  /** Of a request whose head is longer nothing is read, not even its language. */
  private static final int LONGEST_LINE = 7_000;

  private static final Pattern INSIDES =
      Pattern.compile(
          "org\\.(allmende|springframework|apache|postgresql|hibernate)\\.|java\\.(lang|util|sql)\\.|"
              + "\\w+Exception|\\tat |SQLState|ERROR: |Whitelabel|Jetty|Stacktrace");

  private Verdict() {}

  /** What is wrong with the answer; empty if nothing is. */
  static String on(RawCall call, RawCall.Answer answer) {
    String path = call.start().split(" ")[1];
    String type = answer.header("Content-Type");
    if (answer.status() == 0) {
      return "no answer";
    }
    if (answer.status() >= 500) {
      return "status " + answer.status();
    }
    if (answer.head().contains("\n" + Poison.INJECTED)) {
      return "a header of the sender's";
    }
    if (type.startsWith("text/html") && answer.body().contains(Poison.SCRIPT)) {
      return "a script of the sender's";
    }
    boolean data = !type.startsWith("text/html") && !type.contains("problem");
    var insides = INSIDES.matcher(answer.body());
    if (!data && insides.find()) {
      return "insides " + insides.group();
    }
    boolean unread = call.start().length() > LONGEST_LINE && answer.status() == 400;
    if (answer.status() >= 400 && !unread && !call.start().startsWith("HEAD")) {
      return type.startsWith("text/html") ? page(call, answer) : problem(path, type, answer);
    }
    return "";
  }

  /** A page says its language; a part of one is put into a page that does. */
  private static String page(RawCall call, RawCall.Answer answer) {
    return call.headers().contains("HX-Request: true")
            || answer.body().contains("lang=\"de\"")
            || answer.body().contains("lang=\"en\"")
        ? ""
        : "a page in no language";
  }

  private static String problem(String path, String type, RawCall.Answer answer) {
    if (!type.startsWith("application/problem+json")) {
      return "an error of type »" + type + "«";
    }
    try {
      JsonNode problem = JsonMapper.shared().readTree(answer.body());
      boolean whole =
          problem.path("status").asInt(0) == answer.status() && problem.hasNonNull("detail");
      return whole && path.contains("/api/") ? "" : "half a problem";
    } catch (JacksonException e) {
      return "no JSON";
    }
  }
}
