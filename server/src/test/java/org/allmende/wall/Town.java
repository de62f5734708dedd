package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.allmende.wall.Thing.Access;
import org.jspecify.annotations.Nullable;

/**
 * A town with one of everything, public and internal, made as people make it: by calls and forms.
 * Every internal text holds a word that stands nowhere else.
 */
final class Town {

  private static final String PASSWORD = "ein langes Passwort";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What the town's internal texts have in common. */
  final String marker = "nachtfalter" + Ids.next().toLowerCase(Locale.ROOT);

  /** The internal words the town's own people read on a page or in a call, by what they are in. */
  final Map<String, String> read = new LinkedHashMap<>();

  /** The internal words nobody reads anywhere: addresses and the like. */
  final Map<String, String> kept = new LinkedHashMap<>();

  final List<Thing> things = new ArrayList<>();
  final Tenant tenant;
  final Department department;
  final Map<Role, Caller> staff = new EnumMap<>(Role.class);
  final Caller citizen;
  final Caller participant;

  private final Map<String, String> codes = new LinkedHashMap<>();
  private final List<Thing> harvested = new ArrayList<>();
  private final int port;
  private final People people;
  private final Tokens tokens;
  private final MailBox mails;

  Town(int port, Tenants tenants, People people, Tokens tokens, MailBox mails) {
    this.port = port;
    this.people = people;
    this.tokens = tokens;
    this.mails = mails;
    this.citizen = Caller.at(port);
    this.participant = Caller.at(port);
    tenant =
        tenants.create(
            new Tenant(
                new TenantId("wall-" + Ids.next().toLowerCase(Locale.ROOT)),
                "Mauerstadt",
                Tenant.Kind.MUNICIPALITY,
                "#1b5e57",
                null,
                "rathaus@mauerstadt.example",
                null),
            Viewer.system());
    department = tenants.addDepartment(tenant.id(), "Fachbereich Grünflächen", Viewer.system());
    for (Role role : Role.values()) {
      staff.put(role, member(role));
    }
  }

  /** A member of staff, logged in on pages and with a token for calls. */
  private Caller member(Role role) {
    String email = kept("address of the " + role) + "@mauerstadt.example";
    PersonId person = people.account(email, "Person " + role.key(), PASSWORD);
    people.grant(person, tenant.id(), role, role == Role.OFFICER ? department : null);
    String token = Ids.next() + Ids.next();
    tokens.keep(person, token, "wall");
    Caller browser = Caller.at(port);
    Answer in = browser.submit("/login", "/login", Map.of("email", email, "password", PASSWORD));
    assertThat(in.status()).isEqualTo(303);
    things.add(new Thing("people", person.value(), Access.INTERNAL, null));
    return browser.with(token);
  }

  Caller of(Role role) {
    return staff.get(role);
  }

  /** An internal word its own people read. */
  String secret(String what) {
    return read.computeIfAbsent(what, w -> marker + "r" + read.size() + "x");
  }

  private String kept(String what) {
    return kept.computeIfAbsent(what, w -> marker + "k" + kept.size() + "x");
  }

  String api(String path) {
    return tenant.url("/api/v1" + path);
  }

  private Thing thing(String kind, String id, Access access, @Nullable Thing parent) {
    var thing = new Thing(kind, id, access, parent);
    things.add(thing);
    return thing;
  }

  /** The things of a kind, those within a thing included. */
  List<Thing> all(String kind) {
    return things.stream().filter(thing -> thing.kind().equals(kind)).toList();
  }

  /** Fills the town; what comes from a neighbour is added by the neighbour. */
  Town fill() {
    wishes();
    potentials();
    promises();
    datasets();
    workshops();
    office();
    matches();
    return this;
  }

  Thing wish(String need, Access access) {
    Answer stated =
        posted(
            Caller.at(port).with(null),
            "/wishes",
            """
            {"need": "%s", "contact": "%s"}\
            """
                .formatted(need, kept("wisher of " + need) + "@buerger.example"));
    Thing wish = thing("wishes", stated.text("id"), access, null);
    String link = stated.text("privateUrl");
    thing("private", link.substring(link.lastIndexOf('/') + 1), Access.BY_LINK, wish);
    return wish;
  }

  Thing listed(String need) {
    Thing wish = wish(need, Access.PUBLIC);
    posted(of(Role.STEWARD), "/wishes/" + wish.id() + "/listing", "{}");
    return wish;
  }

  private void wishes() {
    for (int i = 0; i < 9; i++) {
      Thing wish = listed("Wo stehen die Sitzbänke im Park " + i);
      posted(citizen, "/wishes/" + wish.id() + "/supports", "{\"organisation\": \"Verein\"}");
    }
    for (int i = 0; i < 2; i++) {
      Thing refused = listed("Wie viele Blätter fallen im Jahr " + i);
      posted(
          of(Role.STEWARD),
          "/wishes/" + refused.id() + "/refusals",
          "{\"code\": \"not-collected\", \"reason\": \"Niemand zählt sie.\"}");
    }
    wish(secret("unlisted wish") + " wartet noch", Access.INTERNAL);
    wish(secret("other unlisted wish") + " wartet auch", Access.INTERNAL);
    Thing withdrawn = wish(kept("withdrawn wish") + " gibt es nicht mehr", Access.INTERNAL);
    String link = tenant.url("/wishes/" + withdrawn.id() + "/private/" + token(withdrawn));
    assertThat(citizen.submit(link, link + "/withdrawal", Map.of()).status()).isEqualTo(303);
  }

  private String token(Thing wish) {
    return all("private").stream()
        .filter(thing -> wish.equals(thing.parent()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void potentials() {
    potential("Bänke im Park", "public", Access.PUBLIC);
    potential(secret("internal potential") + " Bänke", "internal", Access.INTERNAL);
  }

  private Thing potential(String title, String visibility, Access access) {
    Answer offered =
        posted(
            of(Role.OFFICER),
            "/potentials",
            """
            {"title": "%s", "summary": "Liste", "department": "%s", "visibility": "%s"}\
            """
                .formatted(title, department.name(), visibility));
    return thing("potentials", offered.text("id"), access, null);
  }

  private void promises() {
    for (int i = 0; i < 3; i++) {
      commitment(listed("Wann fährt der Mähroboter " + i), Access.PUBLIC);
    }
  }

  private Thing commitment(Thing wish, Access access) {
    Answer made =
        posted(
            of(Role.STEWARD),
            "/wishes/" + wish.id() + "/commitments",
            """
            {"department": "%s", "owner": "Sachgebiet Bänke", "dueOn": "2099-12-15"}\
            """
                .formatted(department.name()));
    return thing("commitments", made.text("id"), access, null);
  }

  /** Public wishes that are answered by something internal. */
  private void matches() {
    Thing potential =
        all("potentials").stream().filter(t -> !t.isPublic()).findFirst().orElseThrow();
    Thing draft = all("datasets").stream().filter(t -> !t.isPublic()).findFirst().orElseThrow();
    for (Thing answer : List.of(potential, draft)) {
      Thing wish = listed("Welche Bänke sind neu für " + answer.kind());
      String kind = answer.kind().substring(0, answer.kind().length() - 1);
      posted(
          of(Role.STEWARD),
          "/wishes/" + wish.id() + "/matches",
          "{\"kind\": \"" + kind + "\", \"id\": \"" + answer.id() + "\"}");
    }
    Thing internal = harvested.getLast();
    Thing listed = listed("Wo sind noch mehr Bänke");
    String desk = tenant.url("/desk/wishes/" + internal.id());
    Answer merged = of(Role.STEWARD).submit(desk, desk + "/mergers", Map.of("into", listed.id()));
    assertThat(merged.status()).as(merged.body()).isEqualTo(409);
  }

  private void datasets() {
    Thing open = dataset("Sitzbänke der Stadt", Access.PUBLIC);
    Thing file = file(open, "offen", Access.PUBLIC);
    publish(open, "{}");
    version(file, secret("rows not yet published"));
    Thing use = use(open, "Karte der Bänke", Access.PUBLIC);
    assertThat(use.id()).isNotEmpty();
    Thing removed = use(open, kept("use taken away"), Access.INTERNAL);
    page(Role.STEWARD, removed, "/removal", Map.of("reason", kept("reason of the removal")));

    Thing draft = dataset(secret("draft"), Access.INTERNAL);
    file(draft, secret("rows of a draft"), Access.INTERNAL);

    for (int i = 0; i < 2; i++) {
      Thing handedIn = dataset(secret("handed in " + i), Access.INTERNAL);
      file(handedIn, secret("rows handed in " + i), Access.INTERNAL);
      handIn(handedIn, secret("handed in " + i));
    }
    Thing complete = dataset(secret("complete"), Access.INTERNAL);
    file(complete, secret("rows of the complete"), Access.INTERNAL);

    Thing withdrawn = dataset("Alte Bänke", Access.PUBLIC);
    file(withdrawn, secret("rows withdrawn"), Access.INTERNAL);
    publish(withdrawn, "{}");
    page(Role.STEWARD, withdrawn, "/withdrawal", Map.of("reason", "Die Zahlen waren falsch."));

    Thing gone = dataset("Noch ältere Bänke", Access.PUBLIC);
    file(gone, "alt", Access.PUBLIC);
    publish(gone, "{}");
  }

  private Thing dataset(String title, Access access) {
    Answer begun =
        posted(
            of(Role.OFFICER),
            "/datasets",
            """
            {"title": "%s", "description": "Je Zeile eine Bank.", "department": "%s",
             "license": "dl-zero-de/2.0", "contact": "baenke@mauerstadt.example"}\
            """
                .formatted(title, department.name()));
    return thing("datasets", begun.text("id"), access, null);
  }

  private Thing file(Thing dataset, String word, Access access) {
    Answer sent =
        of(Role.OFFICER)
            .upload(api("/datasets/" + dataset.id() + "/files"), "baenke.csv", table(word));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    return thing("files", sent.text("id"), access, dataset);
  }

  private void version(Thing file, String word) {
    String path = "/datasets/" + parent(file).id() + "/files/" + file.id() + "/versions";
    Answer sent = of(Role.OFFICER).upload(api(path), "baenke.csv", table(word));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
  }

  private static byte[] table(String word) {
    return ("Nr;Name\n1;" + word + "\n2;" + word + " zwei\n").getBytes(StandardCharsets.UTF_8);
  }

  private void publish(Thing dataset, String commitment) {
    String checks =
        """
        "checks": {"legal": true, "personalData": true, "license": true, "contact": true}\
        """;
    posted(
        of(Role.STEWARD),
        "/datasets/" + dataset.id() + "/publication",
        commitment.replace("{", "{" + checks + (commitment.equals("{}") ? "" : ", ")));
  }

  private Thing use(Thing dataset, String title, Access access) {
    Answer told =
        posted(
            citizen, "/datasets/" + dataset.id() + "/uses", "{\"title\": \"%s\"}".formatted(title));
    return thing("uses", told.text("id"), access, dataset);
  }

  private void handIn(Thing dataset, String title) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("description", "Je Zeile eine Bank.");
    fields.put("department", department.id());
    fields.put("license", "dl-zero-de/2.0");
    fields.put("contact.email", "baenke@mauerstadt.example");
    fields.put("submit", "on");
    page(Role.OFFICER, dataset, "/edit", fields);
  }

  private void workshops() {
    Thing running = workshop("Wir reden über Bänke");
    Caller lead = of(Role.FACILITATOR);
    phase =
        posted(lead, "/workshops/" + running.id() + "/phase", "{\"to\": \"next\"}").text("current");
    note(running, lead, secret("note of the facilitator"));
    register(running);
    Caller writer = join(running, participant);
    Thing wished = note(running, writer, secret("note harvested as a wish"));
    Thing offered = note(running, writer, secret("note harvested as a potential"));
    Thing also = note(running, writer, secret("other note harvested as a wish"));
    note(running, writer, secret("note"));
    note(running, writer, secret("other note"));
    Thing internal = thing("wishes", harvest(running, wished, "wish"), Access.INTERNAL, null);
    harvested.add(internal);
    thing("potentials", harvest(running, offered, "potential"), Access.INTERNAL, null);
    harvested.add(thing("wishes", harvest(running, also, "wish"), Access.INTERNAL, null));
    Thing promise = commitment(internal, Access.INTERNAL);
    Thing kept = dataset("Bänke, neu gezählt", Access.PUBLIC);
    file(kept, "neu", Access.PUBLIC);
    publish(kept, "{\"commitment\": \"" + promise.id() + "\"}");
    board(running);

    Thing done = workshop("Wir haben über Bänke geredet");
    posted(lead, "/workshops/" + done.id() + "/phase", "{\"to\": \"next\"}");
    Caller speaker = join(done, Caller.at(port));
    Thing said = note(done, speaker, "Bänke mit Lehne");
    thing("wishes", harvest(done, said, "wish"), Access.PUBLIC, null);
    posted(lead, "/workshops/" + done.id() + "/release", "{}");

    registrations(workshop("Wir werden über Bänke reden"));
  }

  /** One seat, and three who want it. */
  private void registrations(Thing workshop) {
    Thing offering = thing("registrations", "workshop:" + workshop.id(), Access.PUBLIC, null);
    String path = "/registrations/" + offering.id();
    Answer small = of(Role.FACILITATOR).json("PATCH", api(path), "{\"capacity\": 1}");
    assertThat(small.status()).as(small.body()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      Answer registered =
          posted(
              Caller.at(port),
              path,
              """
              {"name": "%s", "contact": "%s@buerger.example", "people": 1}\
              """
                  .formatted(
                      kept("somebody registered " + i),
                      kept("contact of somebody registered " + i)));
      this.registered.addFirst(registered.text("id"));
      thing("own", registered.text("link"), Access.BY_LINK, null);
    }
  }

  private void register(Thing workshop) {
    for (int i = 0; i < 2; i++) {
      Answer made =
          posted(
              Caller.at(port).with(null),
              "/registrations/workshop:" + workshop.id(),
              """
              {"name": "%s", "contact": "%s@buerger.example"}\
              """
                  .formatted(
                      secret("registered " + i), kept("address of somebody registered " + i)));
      thing("own", made.text("link"), Access.BY_LINK, null);
    }
  }

  Thing workshop(String title) {
    return workshop(title, List.of());
  }

  /** A workshop to which others are invited as hosts. */
  Thing workshop(String title, List<Town> coHosts) {
    String slugs =
        String.join(", ", coHosts.stream().map(town -> "\"" + town.tenant.slug() + "\"").toList());
    Answer planned =
        posted(
            of(Role.FACILITATOR),
            "/workshops",
            """
            {"title": "%s", "template": "short-90", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "coHosts": [%s]}\
            """
                .formatted(title, slugs));
    Thing workshop = thing("workshops", planned.text("id"), Access.PUBLIC, null);
    thing("registrations", "workshop:" + workshop.id(), Access.PUBLIC, null);
    codes.put(workshop.id(), planned.text("joinCode"));
    return workshop;
  }

  /** The code that opens a workshop. */
  String code(Thing workshop) {
    return String.valueOf(codes.get(workshop.id()));
  }

  /** Joins as one does on the page, so that the browser keeps its place. */
  Caller join(Thing workshop, Caller browser) {
    String page = tenant.url("/workshops/" + workshop.id() + "/join");
    Map<String, String> fields =
        Map.of(
            "code",
            code(workshop),
            "name",
            secret("participant of " + workshop.id()),
            "tenant",
            tenant.slug(),
            "contact",
            kept("contact of a participant of " + workshop.id()) + "@buerger.example");
    Answer joined = browser.submit(page, page, fields);
    assertThat(joined.status()).as(joined.body()).isEqualTo(303);
    return browser.with(cookie(joined));
  }

  /** The participant's token, which the cookie and the call have in common. */
  private static String cookie(Answer joined) {
    Matcher found =
        Pattern.compile("allmende_participant_\\w+=([^;]+)")
            .matcher(String.join("\n", joined.headers().allValues("Set-Cookie")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  Thing note(Thing workshop, Caller writer, String text) {
    Answer written =
        posted(writer, "/workshops/" + workshop.id() + "/notes", "{\"text\": \"" + text + "\"}");
    return thing("notes", written.text("id"), Access.INTERNAL, workshop);
  }

  private String harvest(Thing workshop, Thing note, String as) {
    return posted(
            of(Role.FACILITATOR),
            "/workshops/" + workshop.id() + "/notes/" + note.id() + "/harvest",
            "{\"as\": \"" + as + "\"}")
        .text("id");
  }

  /** The board of a workshop, and its notes as the board's. */
  Thing board(Thing workshop) {
    Answer room = of(Role.FACILITATOR).get(tenant.url("/workshops/" + workshop.id() + "/room"));
    Matcher found = Pattern.compile("/boards/(\\w+)/").matcher(room.body());
    assertThat(found.find()).as(room.body()).isTrue();
    Thing board = thing("boards", found.group(1), Access.PUBLIC, null);
    for (Thing note : all("notes")) {
      if (workshop.equals(note.parent())) {
        thing("notes", note.id(), Access.INTERNAL, board);
      }
    }
    return board;
  }

  private void words() {
    for (int i = 0; i < 2; i++) {
      String word = secret("everyday word " + i);
      Answer added =
          posted(
              of(Role.STEWARD), "/synonyms", "{\"word\": \"" + word + "\", \"means\": \"Bank\"}");
      thing("synonyms", added.text("id"), Access.INTERNAL, null);
    }
  }

  private void office() {
    words();
    Caller admin = of(Role.ADMIN);
    String address = secret("address of somebody invited") + "@mauerstadt.example";
    for (String email : List.of(address, "zweite-" + address)) {
      Answer invited =
          admin.submit(
              tenant.url("/admin"),
              tenant.url("/admin/invitations"),
              Map.of("email", email, "role.officer", "on"));
      assertThat(invited.status()).as(invited.body()).isEqualTo(303);
    }
    Pattern.compile("/invitations/([^\"]+)\"")
        .matcher(admin.get(tenant.url("/admin")).body())
        .results()
        .forEach(found -> thing("invitations", found.group(1), Access.BY_LINK, null));
    Caller steward = of(Role.STEWARD);
    Answer made =
        steward.submit(
            "/account/tokens", "/account/tokens", Map.of("name", secret("name of a token")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Pattern.compile("/account/tokens/([^/]+)/revocation")
        .matcher(made.body())
        .results()
        .forEach(found -> thing("tokens", found.group(1), Access.INTERNAL, null));
    barriers();
    reports();
    links();
  }

  private void reports() {
    for (int i = 0; i < 2; i++) {
      Thing wish = listed("Wer putzt die Bänke " + i);
      String contact = kept("address of somebody who reports " + i) + "@buerger.example";
      posted(
          citizen,
          "/reports",
          """
          {"about": "wish:%s", "rule": "other", "words": "%s", "contact": "%s"}\
          """
              .formatted(wish.id(), secret("words of a report " + i), contact));
      thing("texts", "wish:" + wish.id(), Access.INTERNAL, null);
    }
  }

  private void barriers() {
    for (int i = 0; i < 2; i++) {
      Answer reported =
          citizen.submit(
              tenant.url("/legal/barrier"),
              tenant.url("/barriers"),
              Map.of("text", secret("barrier " + i)));
      assertThat(reported.status()).as(reported.body()).isEqualTo(303);
    }
    Pattern.compile("/admin/barriers/([^/]+)/answers")
        .matcher(of(Role.ADMIN).get(tenant.url("/admin/barriers")).body())
        .results()
        .forEach(found -> thing("barriers", found.group(1), Access.INTERNAL, null));
  }

  /** Somebody is told something, and so has all the links there are. */
  private void links() {
    String address = kept("somebody who is told") + "@buerger.example";
    String need = "{\"need\": \"Wie hoch sind die Bänke?\", \"contact\": \"" + address + "\"}";
    Thing wish = thing("wishes", posted(citizen, "/wishes", need).text("id"), Access.PUBLIC, null);
    String confirm = link(address, "confirm");
    assertThat(citizen.get("/confirm/" + confirm).status()).isEqualTo(200);
    thing("confirm", confirm, Access.BY_LINK, null);
    posted(of(Role.STEWARD), "/wishes/" + wish.id() + "/listing", "{}");
    Thing own = thing("links", link(address, "private"), Access.BY_LINK, null);
    posted(citizen, "/subscriptions", "{\"contact\": \"" + address + "\"}");
    Pattern.compile("/subscriptions/([^/]+)/ending")
        .matcher(citizen.get("/private/" + own.id()).body())
        .results()
        .forEach(found -> {
          thing("subscriptions", found.group(1), Access.INTERNAL, null);
          thing("subscriptions", found.group(1), Access.INTERNAL, own);
        });
    thing("unsubscribe", link(address, "unsubscribe"), Access.BY_LINK, null);
    String said = "{\"about\": \"wish:%s\", \"words\": \"%s\", \"contact\": \"%s\"}";
    posted(citizen, "/comments", said.formatted(wish.id(), kept("comment that waits"), address));
    thing("waiting", link(address, "waiting"), Access.BY_LINK, null);
  }

  private String link(String address, String kind) {
    Pattern pattern = Pattern.compile("/" + kind + "/([^\\s\"<>]+)");
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                mails.to(address).stream()
                    .flatMap(letter -> pattern.matcher(letter.text()).results())
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(""),
            found -> !found.isEmpty());
  }

  /** Who registered, those who wait last. */
  private final List<String> registered = new ArrayList<>();

  /** The first phase of the workshop that runs. */
  private String phase = "";

  /** The one that handed something over. */
  private String neighbour = "";

  /** Gives another town what only a neighbour can give: forwarded wishes, a potential harvested. */
  void handOver(Town other) {
    other.neighbour = tenant.slug();
    for (int i = 0; i < 2; i++) {
      Thing wish = listed("Gibt es Bänke nebenan " + i);
      String desk = tenant.url("/desk/wishes/" + wish.id());
      Answer forwarded =
          of(Role.STEWARD)
              .submit(
                  desk,
                  desk + "/forwardings",
                  Map.of("to", other.tenant.slug(), "forwardReason", "Das ist Ihre Bank."));
      assertThat(forwarded.status()).as(forwarded.body()).isEqualTo(303);
      other.things.add(wish);
    }
    Thing workshop = workshop("Wir reden mit den Nachbarn", List.of(other));
    posted(of(Role.FACILITATOR), "/workshops/" + workshop.id() + "/phase", "{\"to\": \"next\"}");
    Thing note = note(workshop, join(workshop, participant), other.secret("note for the other"));
    String harvested =
        posted(
                of(Role.FACILITATOR),
                "/workshops/" + workshop.id() + "/notes/" + note.id() + "/harvest",
                "{\"as\": \"potential\", \"tenant\": \"" + other.tenant.slug() + "\"}")
            .text("id");
    other.things.add(new Thing("potentials", harvested, Access.INTERNAL, null));
    other.things.add(workshop);
  }

  /** Fields with the ids of the town's things for {@code {kind}}, each time another one. */
  String filled(String fields, int turn) {
    String filled =
        fields
            .replace("{tenant}", tenant.slug())
            .replace("{neighbour}", neighbour)
            .replace("{department}", department.id())
            .replace("{phase}", phase)
            .replace("{registration}", registered.get(turn % registered.size()));
    for (String kind : List.of("potentials", "wishes", "commitments", "datasets")) {
      List<Thing> known = all(kind);
      if (filled.contains("{" + kind + "}")) {
        filled = filled.replace("{" + kind + "}", known.get(turn % known.size()).id());
      }
    }
    return filled;
  }

  /** A thing's parent. */
  static Thing parent(Thing thing) {
    if (thing.parent() == null) {
      throw new IllegalStateException(thing + " lies in nothing");
    }
    return thing.parent();
  }

  private Answer posted(Caller by, String path, String json) {
    Answer answer = by.post(api(path), json);
    assertThat(answer.status()).as(path + " " + json + "\n" + answer.body()).isBetween(200, 202);
    return answer;
  }

  /** Sends a form that stands on a page of the thing. */
  private void page(Role role, Thing thing, String below, Map<String, String> fields) {
    String path =
        tenant.url(
            String.join(
                "", thing.chain().stream().map(t -> "/" + t.kind() + "/" + t.id()).toList()));
    Answer answer = of(role).form(path + below, of(role).csrf("/account/tokens"), fields);
    assertThat(answer.status()).as(path + below + "\n" + answer.body()).isEqualTo(303);
  }

  /** All that marks a row as the town's. */
  List<String> needles() {
    List<String> needles = new ArrayList<>(List.of(tenant.slug()));
    things.stream()
        .flatMap(thing -> Arrays.stream(thing.id().split("[.]")).limit(1))
        .filter(id -> id.length() == 16)
        .forEach(needles::add);
    return needles.stream().distinct().toList();
  }
}
