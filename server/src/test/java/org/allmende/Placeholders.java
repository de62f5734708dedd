package org.allmende;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The values that documented calls name as {@code {name}}: kept from one answer, used in the next
 * call.
 */
final class Placeholders {

  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final String ANYTHING = "…";

  private final Map<String, String> values;
  private String lastAsked = "";

  Placeholders(Map<String, String> values) {
    this.values = values;
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** The text with every known name replaced by its value. */
  String filled(String text) {
    return NAME.matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
  }

  void asked(String call, String answer) {
    lastAsked = call + "\n" + answer;
  }

  String lastAsked() {
    return lastAsked;
  }

  /** Whether the answer has what is expected; unknown names are learned from it. */
  boolean fits(JsonNode expected, JsonNode given) {
    if (expected.isObject()) {
      return given.isObject()
          && expected.properties().stream()
              .allMatch(field ->
                  given.has(field.getKey()) && fits(field.getValue(), given.get(field.getKey())));
    }
    if (expected.isArray()) {
      return given.isArray() && inOrder(expected, given);
    }
    return expected.isString() ? fits(expected.asString(), given) : same(expected, given);
  }

  private static boolean same(JsonNode expected, JsonNode given) {
    return expected.isNumber() && given.isNumber()
        ? expected.decimalValue().compareTo(given.decimalValue()) == 0
        : expected.equals(given);
  }

  private boolean fits(String expected, JsonNode given) {
    if (expected.equals(ANYTHING)) {
      return true;
    }
    Matcher name = NAME.matcher(expected);
    if (name.matches() && !values.containsKey(name.group(1))) {
      values.put(name.group(1), given.asString());
      return true;
    }
    return filled(expected).equals(given.asString());
  }

  /** Every expected element stands in the list, in this order; others may stand between. */
  private boolean inOrder(JsonNode expected, JsonNode given) {
    int next = 0;
    for (JsonNode one : given) {
      if (next < expected.size()) {
        Map<String, String> before = new HashMap<>(values);
        if (fits(expected.get(next), one)) {
          next++;
        } else {
          values.clear();
          values.putAll(before);
        }
      }
    }
    return next == expected.size();
  }
}
