package org.allmende.wall;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.wall.Thing.Access;

/** The workshops of a town: one that runs, one that is over, one that is to come. */
final class TownWorkshops {

  /** As much of a picture as its kind is known by. */
  static final byte[] SLIDE = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);

  private final Town town;
  private final TownWishes wishes;
  private final TownDatasets datasets;
  private final Map<String, String> codes = new LinkedHashMap<>();

  /** What came out of notes while their workshop still runs. */
  private final List<Thing> harvested = new ArrayList<>();

  /** Who registered, those who wait last. */
  private final List<String> registered = new ArrayList<>();

  /** The first phase of the workshop that runs. */
  private String phase = "";

  /** Two who sit in a group of the workshop that runs. */
  private List<String> members = List.of("nobody");

  TownWorkshops(Town town, TownWishes wishes, TownDatasets datasets) {
    this.town = town;
    this.wishes = wishes;
    this.datasets = datasets;
  }

  String phase() {
    return phase;
  }

  List<String> members() {
    return members;
  }

  /** Who registered, another one at each turn. */
  String registered(int turn) {
    return registered.get(turn % registered.size());
  }

  /** A wish nobody outside may know yet. */
  Thing lastHarvested() {
    return harvested.getLast();
  }

  void fill() {
    Thing running = plan("Wir reden über Bänke");
    Caller lead = town.of(Role.FACILITATOR);
    phase =
        town.posted(lead, "/workshops/" + running.id() + "/phase", "{\"to\": \"next\"}")
            .text("current");
    agenda(running);
    note(running, lead, town.secret("note of the facilitator"));
    register(running);
    Caller writer = join(running, town.participant);
    groups(running);
    Thing wished = note(running, writer, town.secret("note harvested as a wish"));
    Thing offered = note(running, writer, town.secret("note harvested as a potential"));
    Thing also = note(running, writer, town.secret("other note harvested as a wish"));
    note(running, writer, town.secret("note"));
    note(running, writer, town.secret("other note"));
    announce(running);
    improvement(running);
    materials(running);
    for (int i = 0; i < 4; i++) {
      question(running, writer, town.secret("question " + i));
    }
    Thing internal = town.thing("wishes", harvest(running, wished, "wish"), Access.INTERNAL, null);
    harvested.add(internal);
    town.thing("potentials", harvest(running, offered, "potential"), Access.INTERNAL, null);
    harvested.add(town.thing("wishes", harvest(running, also, "wish"), Access.INTERNAL, null));
    Thing promise = wishes.commitment(internal, Access.INTERNAL);
    Thing kept = datasets.dataset("Bänke, neu gezählt", Access.PUBLIC);
    datasets.file(kept, "neu", Access.PUBLIC);
    datasets.publish(kept, "{\"commitment\": \"" + promise.id() + "\"}");
    board(running);

    Thing done = plan("Wir haben über Bänke geredet");
    town.posted(lead, "/workshops/" + done.id() + "/phase", "{\"to\": \"next\"}");
    Caller speaker = join(done, Caller.at(town.port));
    Thing said = note(done, speaker, "Bänke mit Lehne");
    town.thing("wishes", harvest(done, said, "wish"), Access.PUBLIC, null);
    town.posted(lead, "/workshops/" + done.id() + "/release", "{}");
    end(done);

    registrations(plan("Wir werden über Bänke reden"));
    talk(plan("Wir hören von Bänken"));
  }

  /** Goes through all that is left of its agenda. */
  private void end(Thing workshop) {
    String path = town.api("/workshops/" + workshop.id() + "/phase");
    while (town.of(Role.FACILITATOR).post(path, "{\"to\": \"next\"}").status() < 300) {}
  }

  /** Which version the agenda of the workshop that runs has reached. */
  String agendaVersion() {
    return version(Town.parent(town.all("agenda").getFirst()));
  }

  private String version(Thing workshop) {
    return town.of(Role.FACILITATOR)
        .get(town.api("/workshops/" + workshop.id() + "/agenda"))
        .text("version");
  }

  /** Three lines of the agenda, the last ones. */
  private void agenda(Thing workshop) {
    town.of(Role.FACILITATOR)
        .get(town.api("/workshops/" + workshop.id() + "/agenda"))
        .json()
        .get("items")
        .valueStream()
        .skip(3)
        .forEach(
            line -> town.thing("agenda", line.get("id").asString(), Access.INTERNAL, workshop));
  }

  /** A talk with six slides and six votes that is being given. */
  private void talk(Thing workshop) {
    Caller lead = town.of(Role.FACILITATOR);
    String line =
        town.posted(
                lead,
                "/workshops/" + workshop.id() + "/agenda",
                "{\"version\": %s, \"kind\": \"input\", \"title\": \"Vortrag\", \"minutes\": 5}"
                    .formatted(version(workshop)))
            .text("id");
    Thing talk = town.thing("talks", line, Access.INTERNAL, workshop);
    String page = town.tenant.url("/workshops/" + workshop.id() + "/talks/" + line);
    for (int i = 0; i < 6; i++) {
      lead.upload(page + "/slides?_csrf=" + lead.csrf(page), "bank.png", SLIDE);
      lead.submit(
          page,
          page + "/votes",
          Map.of("question", town.secret("vote " + i), "answers", "Ja\nNein"));
    }
    String prepared = lead.get(page).body();
    for (String kind : List.of("slides", "votes")) {
      Matcher id = Pattern.compile("/talks/" + line + "/" + kind + "/(\\w+)").matcher(prepared);
      id.results()
          .map(found -> found.group(1))
          .distinct()
          .forEach(found -> {
            town.thing(kind, found, Access.INTERNAL, talk);
            town.thing(kind, found, Access.INTERNAL, workshop);
          });
    }
    town.posted(lead, "/workshops/" + workshop.id() + "/phase", "{\"to\": \"" + line + "\"}");
  }

  /** One group of two who stay together. */
  private void groups(Thing workshop) {
    Caller lead = town.of(Role.FACILITATOR);
    String groups = "/workshops/" + workshop.id() + "/groups";
    join(workshop, Caller.at(town.port));
    String round = town.posted(lead, groups, "{\"groups\": 1}").text("id");
    town.posted(lead, groups + "/" + round + "/release", "{}");
    town.thing("groups", round, Access.INTERNAL, workshop);
    members =
        lead.get(town.api("/workshops/" + workshop.id() + "/participants"))
            .json()
            .get("items")
            .valueStream()
            .map(person -> person.get("id").asString())
            .toList();
    String rule =
        town.posted(
                lead,
                groups + "/rules",
                "{\"kind\": \"together\", \"one\": \"%s\", \"other\": \"%s\"}"
                    .formatted(members.getFirst(), members.getLast()))
            .text("id");
    town.thing("rules", rule, Access.INTERNAL, workshop);
  }

  /** One seat, and three who want it. */
  private void registrations(Thing workshop) {
    Thing offering = town.thing("registrations", "workshop:" + workshop.id(), Access.PUBLIC, null);
    String path = "/registrations/" + offering.id();
    Answer small = town.of(Role.FACILITATOR).json("PATCH", town.api(path), "{\"capacity\": 1}");
    assertThat(small.status()).as(small.body()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      Answer made =
          town.posted(
              Caller.at(town.port),
              path,
              """
              {"name": "%s", "contact": "%s@buerger.example", "people": 1}\
              """
                  .formatted(
                      town.kept("somebody registered " + i),
                      town.kept("contact of somebody registered " + i)));
      registered.addFirst(made.text("id"));
      town.thing("own", made.text("link"), Access.BY_LINK, null);
    }
  }

  private void register(Thing workshop) {
    for (int i = 0; i < 2; i++) {
      Answer made =
          town.posted(
              Caller.at(town.port).with(null),
              "/registrations/workshop:" + workshop.id(),
              """
              {"name": "%s", "contact": "%s@buerger.example"}\
              """
                  .formatted(
                      town.secret("registered " + i),
                      town.kept("address of somebody registered " + i)));
      town.thing("own", made.text("link"), Access.BY_LINK, null);
    }
  }

  Thing plan(String title) {
    return plan(title, List.of());
  }

  /** A workshop to which others are invited as hosts. */
  Thing plan(String title, List<Town> coHosts) {
    String slugs =
        String.join(", ", coHosts.stream().map(host -> "\"" + host.tenant.slug() + "\"").toList());
    Answer planned =
        town.posted(
            town.of(Role.FACILITATOR),
            "/workshops",
            """
            {"title": "%s", "template": "short-90", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "coHosts": [%s]}\
            """
                .formatted(title, slugs));
    Thing workshop = town.thing("workshops", planned.text("id"), Access.PUBLIC, null);
    town.thing("registrations", "workshop:" + workshop.id(), Access.PUBLIC, null);
    codes.put(workshop.id(), planned.text("joinCode"));
    return workshop;
  }

  /** The code that opens a workshop. */
  String code(Thing workshop) {
    return String.valueOf(codes.get(workshop.id()));
  }

  /** Joins as one does on the page, so that the browser keeps its place. */
  Caller join(Thing workshop, Caller browser) {
    String page = town.tenant.url("/workshops/" + workshop.id() + "/join");
    Map<String, String> fields =
        Map.of(
            "code",
            code(workshop),
            "name",
            town.secret("participant of " + workshop.id()),
            "tenant",
            town.tenant.slug(),
            "contact",
            town.kept("contact of a participant of " + workshop.id()) + "@buerger.example");
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
        town.posted(
            writer, "/workshops/" + workshop.id() + "/notes", "{\"text\": \"" + text + "\"}");
    return town.thing("notes", written.text("id"), Access.INTERNAL, workshop);
  }

  private void announce(Thing workshop) {
    String words = "{\"kind\": \"announcement\", \"words\": \"%s\"}";
    String path = "/workshops/" + workshop.id() + "/acts";
    Answer said =
        town.posted(town.of(Role.FACILITATOR), path, words.formatted(town.secret("words to all")));
    town.thing("acts", said.text("id"), Access.INTERNAL, workshop);
  }

  /** Three of which nobody outside knows before the results. */
  private void materials(Thing workshop) {
    Caller lead = town.of(Role.FACILITATOR);
    String page = town.tenant.url("/workshops/" + workshop.id() + "/materials");
    for (int i = 0; i < 3; i++) {
      Answer added =
          lead.submit(
              page,
              page,
              Map.of(
                  "title",
                  town.secret("material " + i),
                  "kind",
                  "slides",
                  "url",
                  "https://folien.example/" + i,
                  "shown",
                  "results"));
      assertThat(added.status()).as(added.body()).isEqualTo(303);
    }
    Pattern.compile("/materials/(\\w+)/removal")
        .matcher(lead.get(page).body())
        .results()
        .forEach(found -> town.thing("materials", found.group(1), Access.INTERNAL, workshop));
  }

  private void improvement(Thing workshop) {
    Caller lead = town.of(Role.FACILITATOR);
    String page = town.tenant.url("/workshops/" + workshop.id());
    Answer taken =
        lead.submit(
            page + "/afterwards",
            page + "/improvements",
            Map.of("sentence", "Wir kürzen den Vortrag."));
    assertThat(taken.status()).as(taken.body()).isEqualTo(303);
    Matcher found =
        Pattern.compile("/improvements/(\\w+)").matcher(lead.get(page + "/afterwards").body());
    assertThat(found.find()).isTrue();
    town.thing("improvements", found.group(1), Access.INTERNAL, workshop);
  }

  private void question(Thing workshop, Caller asker, String text) {
    String path = "/workshops/" + workshop.id() + "/questions";
    Answer asked = town.posted(asker, path, "{\"question\": \"" + text + "\", \"signed\": \"on\"}");
    Thing question = town.thing("questions", asked.text("id"), Access.INTERNAL, workshop);
    Answer supported =
        town.of(Role.FACILITATOR).put(town.api(path + "/" + question.id() + "/support"), "{}");
    assertThat(supported.status()).as(supported.body()).isEqualTo(200);
  }

  private String harvest(Thing workshop, Thing note, String as) {
    return town.posted(
            town.of(Role.FACILITATOR),
            "/workshops/" + workshop.id() + "/notes/" + note.id() + "/harvest",
            "{\"as\": \"" + as + "\"}")
        .text("id");
  }

  /** The board of a workshop, and its notes as the board's. */
  Thing board(Thing workshop) {
    Answer room =
        town.of(Role.FACILITATOR).get(town.tenant.url("/workshops/" + workshop.id() + "/room"));
    Matcher found = Pattern.compile("/boards/(\\w+)/").matcher(room.body());
    assertThat(found.find()).as(room.body()).isTrue();
    Thing board = town.thing("boards", found.group(1), Access.PUBLIC, null);
    for (Thing note : town.all("notes")) {
      if (workshop.equals(note.parent())) {
        reply(town.thing("notes", note.id(), Access.INTERNAL, board), board);
      }
    }
    return board;
  }

  private void reply(Thing note, Thing board) {
    String words = town.secret("reply to " + note.id());
    town.page(Role.FACILITATOR, note, "/comments", Map.of("text", words));
    String forms =
        town.of(Role.FACILITATOR)
            .get(town.tenant.url("/boards/" + board.id() + "/notes/" + note.id()))
            .body();
    Matcher found =
        Pattern.compile("/notes/" + note.id() + "/comments/(\\w+)/deletion").matcher(forms);
    assertThat(found.find()).as(forms).isTrue();
    town.thing("comments", found.group(1), Access.INTERNAL, note);
  }
}
