package org.allmende.wall;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.Caller.Answer;

/** An answer without what differs by chance: the ids asked for and the keys of forms. */
record Seen(int status, String type, String location, String body) {

  private static final Pattern KEYS =
      Pattern.compile(
          "name=\"(?:_csrf|_submission)\" value=\"[^\"]*\"|\"X-XSRF-TOKEN\": \"[^\"]*\"");

  static Seen of(Answer answer, List<String> ids) {
    return new Seen(
        answer.status(),
        answer.header("Content-Type"),
        without(answer.header("Location"), ids),
        KEYS.matcher(without(answer.body(), ids)).replaceAll("KEY"));
  }

  private static String without(String text, List<String> ids) {
    String plain = text;
    for (int i = 0; i < ids.size(); i++) {
      // Of kind:id only the id, because a colon may be written in two ways.
      String id = ids.get(i).substring(ids.get(i).indexOf(':') + 1);
      plain = plain.replace(id, "ID" + i);
    }
    return plain;
  }

  /** Whether the person was told to log in, or that this is not for them, or not there. */
  boolean isRefusal() {
    return status >= 400 && status < 500 || status == 303 && location.startsWith("/login");
  }

  boolean isSuccess() {
    return !isRefusal() && status < 400;
  }

  /** Where this begins to differ from the other. */
  String unlike(Seen other) {
    String here = toString();
    String there = other.toString();
    int at = 0;
    while (at < Math.min(here.length(), there.length()) && here.charAt(at) == there.charAt(at)) {
      at++;
    }
    return "»" + around(here, at) + "«, for nothing »" + around(there, at) + "«";
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 60));
  }

  @Override
  public String toString() {
    return status + " " + type + " " + location + " " + body.replaceAll("\\s+", " ");
  }
}
