package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent to whatever address, the answer is a sentence. Which things are sent is chosen
 * by chance; {@code -Dhostile.seed=…} sends others, {@code random} ever new ones; the seed is
 * printed.
 */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileInputTest {

  private static final int PER_ROUTE = 32;

  /** Reading a file anew starts a process of its own. */
  private static final int PER_HEAVY_ROUTE = 10;

  private static final int AT_ONCE = 4;

  /** Of a request whose head is longer nothing is read, not even its language. */
  private static final int LONGEST_LINE = 7_000;

  private static final Pattern INSIDES =
      Pattern.compile(
          "org\\.(allmende|springframework|apache|postgresql|hibernate)\\.|java\\.(lang|util|sql)\\.|"
              + "\\w+Exception|\\tat |SQLState|ERROR: |Whitelabel|Apache Tomcat|Stacktrace");

  private static final List<String> FIELDS =
      List.of(
          "need",
          "purpose",
          "question",
          "hat",
          "organisation",
          "topic",
          "contact",
          "text",
          "title",
          "name",
          "code",
          "reason",
          "kind",
          "id",
          "target",
          "version",
          "dueOn",
          "department",
          "owner",
          "officer",
          "state",
          "note",
          "count",
          "zone",
          "to",
          "as",
          "same",
          "tenant",
          "email",
          "role.officer",
          "columns",
          "columns.0.name",
          "headerLine",
          "delimiter",
          "encoding",
          "license",
          "keywords",
          "rhythm",
          "from",
          "url",
          "startsAt",
          "endsAt",
          "template",
          "coHosts",
          "capacity",
          "day",
          "start",
          "end",
          "obstacles",
          "effort",
          "personalData",
          "visibility",
          "checks.legal",
          "rank");

  private static final List<String> QUESTIONS =
      List.of(
          "q",
          "page",
          "topic",
          "after",
          "limit",
          "sort",
          "filter",
          "column",
          "operator",
          "value",
          "lang",
          "next",
          "to",
          "note",
          "view",
          "drawer",
          "code",
          "modified_since",
          "of",
          "state",
          "order",
          "department",
          "kind",
          "tenant",
          "_method",
          "offset",
          "size");

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

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  /** Who sends: everybody of a town, each with all credentials. */
  private final Map<String, Actor> actors = new LinkedHashMap<>();

  private final Map<String, String> findings = new ConcurrentSkipListMap<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
  private Town town;

  @BeforeAll
  void build() {
    town = new Town(port, tenants, people, tokens, mails).fill();
  }

  @Test
  @Order(1)
  void whatIsSentTwiceIsThereOnce() {
    Town other = new Town(port, tenants, people, tokens, mails);
    Thing dataset = Town.parent(town.all("uses").getFirst());
    Map<String, Caller> creating = new LinkedHashMap<>();
    creating.put("POST wishes need", Caller.at(port));
    creating.put("POST potentials title", town.of(Role.OFFICER));
    creating.put("POST datasets title", town.of(Role.OFFICER));
    creating.put("POST workshops title", town.of(Role.FACILITATOR));
    creating.put("POST datasets/" + dataset.id() + "/uses title", Caller.at(port));
    creating.forEach((call, caller) -> {
      String[] parts = call.split(" ");
      String fields = fieldsOf(parts[0] + " /{tenant}/api/v1/" + pattern(parts[1]));
      String key = "the same key " + call;
      Caller.Answer first = caller.once(town.api("/" + parts[1]), json(fields), key);
      Caller.Answer again = caller.once(town.api("/" + parts[1]), json(fields), key);
      Caller.Answer changed =
          caller.once(
              town.api("/" + parts[1]), json(fields.replace(parts[2] + "=", parts[2] + "=X")), key);
      assertThat(first.status()).as(first.body()).isEqualTo(201);
      assertThat(again.text("id")).isEqualTo(first.text("id"));
      assertThat(changed.status()).as(changed.body()).isEqualTo(422);
      if (parts[1].equals("wishes")) {
        Caller.Answer elsewhere = Caller.at(port).once(other.api("/wishes"), json(fields), key);
        assertThat(elsewhere.text("id")).as("another town").isNotEqualTo(first.text("id"));
      }
    });
  }

  private static String pattern(String path) {
    return path.replaceAll("datasets/[^/]+", "datasets/{id}");
  }

  private String fieldsOf(String name) {
    return Routes.ALL.stream()
        .filter(route -> route.name().equals(name))
        .map(route -> town.filled(route.fields(), 0))
        .findFirst()
        .orElseThrow();
  }

  private static String json(String fields) {
    return JsonMapper.shared().writeValueAsString(Actor.fields(fields));
  }

  @Test
  @Order(2)
  void everyAnswerIsASentence() throws Exception {
    String given = System.getProperty("hostile.seed", "20261122");
    long seed =
        given.equals("random") ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
    System.out.println("HostileInputTest: -Dhostile.seed=" + seed);
    actors.put("nobody", Actor.of("nobody", Caller.at(port)));
    actors.put("participant", Actor.of("participant", town.participant));
    town.staff.forEach((role, caller) -> actors.put(role.key(), Actor.of(role.key(), caller)));

    var places = new Semaphore(AT_ONCE);
    var source = RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Route route : Routes.ALL) {
        int times = isHeavy(route) ? PER_HEAVY_ROUTE : PER_ROUTE;
        for (int i = 0; i < times; i++) {
          RawCall call = call(route, new Poison(new java.util.Random(source.nextLong())));
          places.acquire();
          threads.submit(() -> {
            try {
              check(route, call);
            } finally {
              places.release();
            }
          });
        }
      }
    }
    System.out.println("HostileInputTest: answers by status " + statuses);
    assertThat(findings.values()).as("seed " + seed).isEmpty();
    int sent = statuses.values().stream().mapToInt(AtomicInteger::get).sum();
    assertThat(sent).isGreaterThan(5_000);
    assertThat(count(200, 303)).as("reached what they asked for").isGreaterThan(500);
    assertThat(count(422, 422)).as("reached the forms").isGreaterThan(300);
  }

  private int count(int from, int to) {
    return statuses.entrySet().stream()
        .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
        .mapToInt(entry -> entry.getValue().get())
        .sum();
  }

  private static boolean isHeavy(Route route) {
    return route.fields().equals("file=@")
        || route.pattern().endsWith("/reading") && route.writes();
  }

  private RawCall call(Route route, Poison poison) {
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
    return java.util.Objects.requireNonNull(actors.get(name));
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

  private void check(Route route, RawCall call) {
    RawCall.Answer answer = call.send(port);
    statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
    String wrong = wrong(call, answer);
    if (!wrong.isEmpty()) {
      String body = answer.body();
      findings.putIfAbsent(
          route.name() + " " + wrong,
          "\n"
              + route.name()
              + ": "
              + wrong
              + "\n  "
              + call
              + "\n  "
              + answer.status()
              + " "
              + body.substring(0, Math.min(body.length(), 300)).replaceAll("\\s+", " "));
    }
  }

  private static String wrong(RawCall call, RawCall.Answer answer) {
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
