package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What somebody had written when the login ran out: carried through the login as hidden fields, so
 * that no text is lost.
 *
 * @param to where it was being sent
 * @param fields what was being sent, without tokens and passwords
 */
record KeptForm(String to, Map<String, String[]> fields) {

  private static final String PREFIX = "kept.";
  private static final String TO = "kept_to";
  private static final Set<String> SECRETS = Set.of("_csrf", "password", "oldPassword", "_method");

  /** The form a request was bringing; empty for one that brought none. */
  static KeptForm of(HttpServletRequest request) {
    Map<String, String[]> fields = new TreeMap<>();
    String type = request.getContentType();
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      request
          .getParameterMap()
          .forEach((name, values) -> {
            if (!SECRETS.contains(name)) {
              fields.put(name, values);
            }
          });
    }
    return new KeptForm(request.getRequestURI(), fields);
  }

  /** The form a login carried along; its target is empty when it carried none. */
  static KeptForm carriedBy(HttpServletRequest request) {
    Map<String, String[]> fields = new TreeMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (name.startsWith(PREFIX)) {
            fields.put(name.substring(PREFIX.length()), values);
          }
        });
    String to = request.getParameter(TO);
    return new KeptForm(to != null && isLocal(to) ? to : "", fields);
  }

  /** What the person wrote, for reading it once more. */
  java.util.List<String> shown() {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().startsWith("_"))
        .flatMap(field -> java.util.Arrays.stream(field.getValue()))
        .filter(value -> value.strip().length() > 3)
        .toList();
  }

  /** Only addresses of this installation are gone to. */
  static boolean isLocal(String path) {
    return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
  }
}
