package org.allmende.wall;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who tries an address, with a browser, a token for calls, and a form at hand.
 *
 * @param csrf the forgery token of the browser's forms
 */
record Actor(String name, Caller caller, String csrf) {

  private static final byte[] FILE = "Nr;Name\n1;neu\n".getBytes(StandardCharsets.UTF_8);

  static Actor of(String name, Caller caller) {
    String csrf = caller.csrf("/login");
    return new Actor(name, caller.frozen(), csrf);
  }

  /** Sends what the route takes: nothing, a file, a call or a form. */
  Answer send(Route route, String path, Map<String, String> fields) {
    if (!route.writes()) {
      return caller.get(path);
    }
    boolean call = path.contains("/api/v1/");
    String file = fields.get("file");
    if (file != null) {
      byte[] content = file.endsWith(".png") ? TownWorkshops.SLIDE : FILE;
      return caller.upload(call ? path : path + "?_csrf=" + csrf, file, content);
    }
    return call
        ? caller.json(route.method(), path, JsonMapper.shared().writeValueAsString(fields))
        : caller.form(path, csrf, fields);
  }

  /** The fields of a route, as {@code name=value&…}. */
  static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : text.split("&")) {
      if (!field.isEmpty()) {
        fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
      }
    }
    return fields;
  }
}
