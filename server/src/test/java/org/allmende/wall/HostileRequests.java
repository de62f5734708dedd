package org.allmende.wall;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Role;

/** Requests nobody should send, to every address, by everybody, chosen by chance. */
final class HostileRequests {

  private static final List<String> FIELDS =
      words(
          """
          need purpose question hat organisation topic contact text title name code reason
          kind id target version dueOn department owner officer state note count zone to
          as same tenant email role.officer columns columns.0.name headerLine delimiter
          encoding license keywords rhythm from url startsAt endsAt template coHosts
          capacity day start end obstacles effort personalData visibility checks.legal
          rank
          """);

  private static final List<String> QUESTIONS =
      words(
          """
          q page topic after limit sort filter column operator value lang next to note
          view drawer code modified_since of state order department kind tenant _method
          offset size
          """);

  private static final List<String> HEADERS =
      List.of(
          "Idempotency-Key: " + "k".repeat(5_000),
          "Idempotency-Key: ä\u0001",
          "Idempotency-Key: ' or 1=1",
          "Cookie: allmende_login=%00; allmende_lang=xx-\u0001; allmende_csrf=",
          "Cookie: =; ;;; a=\"b; allmende_participant_X=a.b",
          "Cookie: allmende_saying="
              + Poison.SCRIPT
              + "; allmende_lang=../../x; allmende_theme=${7*7}",
          "Authorization: Bearer",
          "Authorization: Bearer a.b.c",
          "Authorization: Bearer ä.ö",
          "Authorization: Basic " + "x".repeat(3_000),
          "Accept-Language: ;;q=,,*-*",
          "Accept-Language: " + "de,".repeat(1_000),
          "Accept: nonsense",
          "Accept: application/xml",
          "Accept: */*;q=abc",
          "X-Forwarded-For: not an address",
          "X-Forwarded-Proto: gopher",
          "X-Forwarded-Port: 99999999",
          "X-Forwarded-Host: " + Poison.SCRIPT,
          "HX-Request: true",
          "If-None-Match: \"\",W/",
          "If-Modified-Since: yesterday",
          "Range: bytes=9-1,-",
          "Origin: null",
          "Origin: https://example.org",
          "Content-Encoding: gzip",
          "Expect: 200-nothing",
          "X-HTTP-Method-Override: DELETE",
          "Upgrade: websocket");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/json; charset=utf-16",
          "application/json; charset=nonsense",
          "application/x-www-form-urlencoded; charset=x-none",
          "multipart/form-data",
          "multipart/form-data; boundary=" + "b".repeat(200),
          "*/*",
          "application/",
          ";",
          "application/problem+json");

  private final int port;
  private final Town town;

  /** Who sends: everybody of a town, each with all credentials. */
  private final Map<String, Actor> actors = new LinkedHashMap<>();

  HostileRequests(int port, Town town) {
    this.port = port;
    this.town = town;
    actors.put("nobody", Actor.of("nobody", Caller.at(port)));
    actors.put("participant", Actor.of("participant", town.participant));
    town.staff.forEach((role, caller) -> actors.put(role.key(), Actor.of(role.key(), caller)));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  /** A request to the route, of which little is as it should be. */
  RawCall to(Route route, Poison poison) {
    Actor actor = actor(route, poison);
    boolean api = route.pattern().contains("/api/v1/");
    Map<String, String> fields = new LinkedHashMap<>();
    Actor.fields(town.filled(route.fields(), poison.one(List.of(0, 1, 2, 3))))
        .forEach((name, value) -> fields.put(name, api ? Poison.quoted(value) : value));
    spoil(fields, api, poison);

    List<String> headers = new ArrayList<>();
    headers.add("Host: localhost:" + port);
    headers.add("Connection: close");
    headers.add("Accept-Language: de");
    headers.addAll(actor.caller().credentials());
    if (poison.chance(25)) {
      headers.add(poison.one(HEADERS));
    }
    byte[] body = new byte[0];
    if (route.writes()) {
      if (!api) {
        fields.put("_csrf", poison.chance(97) ? actor.csrf() : poison.text());
      }
      if (fields.remove("file") != null) {
        body = multipart(fields, poison);
        headers.add("Content-Type: multipart/form-data; boundary=cut");
      } else {
        body = bytes(api ? poison.json(fields) : poison.form(fields), poison);
        headers.add(
            "Content-Type: "
                + (poison.chance(6)
                    ? poison.one(TYPES)
                    : api ? "application/json" : "application/x-www-form-urlencoded"));
      }
      headers.add("Content-Length: " + body.length);
    }
    String method =
        poison.chance(2)
            ? poison.one(List.of("DELETE", "BREW", "TRACE", "OPTIONS", "HEAD", "PATCH"))
            : route.method();
    String from =
        "127.0."
            + poison.one(List.of(3, 4, 5))
            + "."
            + poison.one(IntStream.range(1, 60).boxed().toList());
    return new RawCall(
        from, method + " " + path(route, actor, poison) + " HTTP/1.1", headers, body);
  }

  private Actor actor(Route route, Poison poison) {
    Role opener = route.opener();
    return opener != null && poison.chance(92)
        ? known(opener.key())
        : poison.one(List.copyOf(actors.values()));
  }

  private Actor known(String name) {
    return Objects.requireNonNull(actors.get(name));
  }

  private static void spoil(Map<String, String> fields, boolean api, Poison poison) {
    for (String name : List.copyOf(fields.keySet())) {
      if (poison.chance(35)) {
        fields.put(name, api ? poison.value() : poison.text());
      } else if (poison.chance(8)) {
        fields.remove(name);
      }
    }
    while (poison.chance(50)) {
      fields.put(poison.one(FIELDS), api ? poison.value() : poison.text());
    }
    if (poison.chance(3)) {
      fields.put(poison.text(), api ? poison.value() : poison.text());
    }
    if (poison.chance(10) && !api) {
      fields.put("_submission", poison.text());
    }
  }

  private static byte[] bytes(String body, Poison poison) {
    if (poison.chance(2)) {
      return new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3};
    }
    return body.getBytes(
        poison.chance(2)
            ? poison.one(List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16))
            : StandardCharsets.UTF_8);
  }

  private static byte[] multipart(Map<String, String> fields, Poison poison) {
    String name =
        poison.one(
            List.of(
                "a.csv",
                "../../a.csv",
                "",
                "a\u0000.csv",
                "ä".repeat(400),
                "a.xlsx",
                "a.exe",
                ".."));
    String content =
        poison.one(
            List.of(
                "",
                "\u0000\u0000",
                "PK\u0003\u0004",
                "a;b\n1;2\n",
                "\"a",
                "=cmd|' /C calc'!A0;b\n1;2\n"));
    String field = poison.chance(80) ? "file" : poison.text();
    String end = poison.chance(85) ? "\r\n--cut--\r\n" : "";
    var parts = new StringBuilder();
    fields.forEach((key, value) ->
        parts.append(
            "--cut\r\nContent-Disposition: form-data; name=\""
                + key
                + "\"\r\n\r\n"
                + value
                + "\r\n"));
    return (parts
            + "--cut\r\nContent-Disposition: form-data; name=\""
            + field
            + "\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + content
            + end)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String path(Route route, Actor actor, Poison poison) {
    List<List<Thing>> known =
        town.things.stream()
            .map(Thing::chain)
            .filter(chain -> chain.stream().map(Thing::kind).toList().equals(route.kinds()))
            .toList();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < route.kinds().size(); i++) {
      int position = i;
      List<Thing> chain = known.isEmpty() ? List.of() : poison.one(known);
      String id = chain.isEmpty() ? Ids.next() : chain.get(position).id();
      ids.add(poison.chance(15) ? poison.inAddress() : id);
    }
    if (!known.isEmpty() && poison.chance(70)) {
      List<Thing> chain = poison.one(known);
      ids.clear();
      chain.forEach(thing -> ids.add(thing.id()));
    }
    String slug = poison.chance(97) ? town.tenant.slug() : poison.inAddress();
    String path = route.filled(slug, ids);
    List<String> questions = new ArrayList<>();
    while (poison.chance(route.writes() ? 5 : 60)) {
      questions.add(poison.one(QUESTIONS) + "=" + poison.inAddress());
    }
    if (actor.csrf().isEmpty()) {
      throw new IllegalStateException("no form for " + actor.name());
    }
    String csrf = route.fields().equals("file=@") ? "_csrf=" + actor.csrf() : "";
    String query = String.join("&", questions) + (questions.isEmpty() ? "" : "&") + csrf;
    return path + (query.isEmpty() ? "" : "?" + query);
  }
}
