package org.allmende.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.base.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * An address the program answers, with what the walls say of it.
 *
 * @param method as in HTTP
 * @param pattern with its variables in braces
 * @param why it is open to everybody; null for one that is closed
 * @param opener who of the owner's staff it is open to; null for one that is open
 * @param fields what its owner sends; {@code {kind}} stands for the id of a thing of that kind
 */
record Route(
    String method, String pattern, @Nullable String why, @Nullable Role opener, String fields) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

  static Route open(String call, String why) {
    return open(call, why, "");
  }

  static Route open(String call, String why, String fields) {
    String[] parts = call.split(" ");
    return new Route(parts[0], parts[1], why, null, fields);
  }

  static Route closed(String call, Role opener) {
    return closed(call, opener, "");
  }

  static Route closed(String call, Role opener, String fields) {
    String[] parts = call.split(" ");
    return new Route(parts[0], parts[1], null, opener, fields);
  }

  boolean isOpen() {
    return why != null;
  }

  boolean writes() {
    return !method.equals("GET");
  }

  boolean isOfTenant() {
    return pattern.startsWith("/{tenant}");
  }

  String name() {
    return method + " " + pattern;
  }

  /** The kinds of the things its address names, the outermost first. */
  List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(pattern);
    while (variable.find()) {
      String name = variable.group(1);
      if (!name.equals("tenant") && !Routes.WORDS.containsKey(name)) {
        String before = pattern.substring(0, variable.start() - 1);
        kinds.add(kind(before.substring(before.lastIndexOf('/') + 1), before));
      }
    }
    return kinds;
  }

  private static String kind(String word, String before) {
    return switch (word) {
      case "harvest", "cards" -> "notes";
      case "private" -> before.equals("/private") ? "links" : word;
      default -> word;
    };
  }

  /** The address for a tenant and the ids of things, in the order of {@link #kinds}. */
  String filled(String slug, List<String> ids) {
    StringBuilder path = new StringBuilder();
    Matcher variable = VARIABLE.matcher(pattern);
    int next = 0;
    while (variable.find()) {
      String name = variable.group(1);
      String word =
          name.equals("tenant")
              ? slug
              : Routes.WORDS.containsKey(name) ? Routes.WORDS.get(name) : ids.get(next++);
      variable.appendReplacement(path, Matcher.quoteReplacement(word));
    }
    variable.appendTail(path);
    return path.toString();
  }
}
