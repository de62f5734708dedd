package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The agenda edited by programs and on its page, before the workshop and while it runs. */
@AllmendeTest
class AgendaTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Tenant lab;
  private WorkshopFixtures fixtures;
  private Caller lead;
  private String url;
  private Workshop workshop;

  @BeforeEach
  void plan() {
    fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T14:30:00Z", "template": "short-90"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    url = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
  }

  @Test
  void movesAndSaysWhenWhatBegins() {
    Answer moved = send("/moves", "Bedarf", "\"to\": 1");
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(lines(moved))
        .containsExactly(
            "13:00 Ankommen",
            "13:10 Bedarf",
            "13:35 Potenziale",
            "13:55 Punkte",
            "14:10 Vorstellen",
            "14:25 Rückblick");
  }

  @Test
  void opensWhatWasPlannedForTheBoard() {
    Answer added =
        lead.post(
            url + "/agenda",
            """
            {"version": 1, "kind": "collect", "title": "Sorgen", "minutes": 10, "covered": true,
             "writers": "all", "movers": "lead", "dots": 2, "hat": "administration",
             "zones": ["Recht", "Aufwand"], "instruction": "Was hindert Sie?"}
            """);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    Caller anna = join("Anna");
    Caller ben = join("Ben");
    lead.post(url + "/phase", "{\"to\": \"" + added.text("id") + "\"}");

    anna.post(url + "/notes", "{\"text\": \"Datenschutz\", \"zone\": \"Recht\"}");
    assertThat(ben.get(url + "/notes").json().get("items")).isEmpty();
    JsonNode open = phase("Sorgen");
    assertThat(open.get("state").asString()).isEqualTo("open");
    assertThat(open.get("zones").valueStream().map(zone -> zone.get("title").asString()))
        .containsExactly("Recht", "Aufwand");

    Answer closed = send("", "Sorgen", "\"writers\": \"lead\"");
    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    assertThat(ben.post(url + "/notes", "{\"text\": \"Haftung\"}").status()).isEqualTo(409);
    assertThat(lead.post(url + "/notes", "{\"text\": \"Haftung\"}").status()).isEqualTo(201);
  }

  @Test
  void keepsWhatHasBegunAndWhereNotesLie() {
    lead.post(url + "/phase", "{\"to\": \"next\"}");
    lead.post(url + "/notes", "{\"text\": \"Bänke\", \"zone\": \"Das hindert uns\"}");
    Answer gone = send("/removal", "Potenziale", "");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.text("detail")).isEqualTo("Was begonnen hat, behält seinen Platz.");
    assertThat(send("/moves", "Punkte", "\"to\": 1").status()).isEqualTo(409);
    Answer emptied = send("", "Potenziale", "\"zones\": [\"Das könnten wir öffnen\"]");
    assertThat(emptied.status()).isEqualTo(409);
    assertThat(emptied.text("detail"))
        .isEqualTo("In „Das hindert uns“ liegen Notizen. Das Feld bleibt.");
    Answer renamed = send("", "Potenziale", "\"zones\": [\"Öffnen\", \"Hindert\", \"Später\"]");
    assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
    assertThat(lead.get(url + "/notes").json().get("items").get(0).get("zoneTitle").asString())
        .isEqualTo("Hindert");
  }

  @Test
  void putsRemovedLinesBackAsTheyWere() {
    send("", "Bedarf", "\"zones\": [\"Wunsch\", \"Zweck\"], \"covered\": true, \"dots\": 3");
    String talk =
        lead.post(
                url + "/agenda",
                """
                {"version": 2, "kind": "input", "title": "Vortrag", "minutes": 5}
                """)
            .text("id");
    lead.post(
        url + "/talks/" + talk + "/votes",
        """
        {"question": "Sitzen Sie gern?", "answers": ["Ja", "Nein"]}
        """);
    JsonNode before = lead.get(url + "/agenda").json().get("items");
    String needs = line("Bedarf");
    String dots = line("Punkte");

    send("/removal", "Bedarf", "");
    send("/removal", "Punkte", "");
    Answer gone = send("/removal", "Vortrag", "");
    assertThat(gone.status()).as(gone.body()).isEqualTo(200);
    assertThat(
            gone.json()
                .get("removed")
                .valueStream()
                .map(line -> line.get("place").asInt() + " " + line.get("title").asString()))
        .containsExactly("2 Bedarf", "2 Punkte", "4 Vortrag");
    for (String each : List.of(dots, talk, needs, needs)) {
      assertThat(restore(each).status()).isEqualTo(200);
    }
    Answer back = lead.get(url + "/agenda");
    assertThat(back.json().get("items")).isEqualTo(before);
    assertThat(back.json().get("removed")).isEmpty();
    assertThat(
            lead.get(url + "/talks/" + talk).json().get("votes").get(0).get("question").asString())
        .isEqualTo("Sitzen Sie gern?");
    assertThat(restore("niemals").status()).isEqualTo(404);
  }

  @Test
  void putsWhatWasRemovedBehindWhatHasBegun() {
    String first = line("Potenziale");
    send("/removal", "Potenziale", "");
    lead.post(url + "/phase", "{\"to\": \"next\"}");
    assertThat(lines(restore(first)))
        .containsExactly(
            "13:00 Ankommen",
            "13:10 Bedarf",
            "13:35 Potenziale",
            "13:55 Punkte",
            "14:10 Vorstellen",
            "14:25 Rückblick");
    lead.post(url + "/phase", "{\"to\": \"next\"}");
    assertThat(lead.post(url + "/notes", "{\"text\": \"Bänke\"}").status()).isEqualTo(201);
  }

  @Test
  void keepsTheLastRemovedLinesOnly() {
    for (int i = 0; i < 11; i++) {
      int version = lead.get(url + "/agenda").json().get("version").asInt();
      lead.post(
          url + "/agenda",
          """
          {"version": %d, "kind": "break", "title": "Pause %d", "minutes": 5}
          """
              .formatted(version, i));
      send("/removal", "Pause " + i, "");
    }
    assertThat(
            lead.get(url + "/agenda")
                .json()
                .get("removed")
                .valueStream()
                .map(line -> line.get("title").asString()))
        .hasSize(10)
        .doesNotContain("Pause 0");
  }

  @Test
  void tellsTheSecondOfTwoEditors() {
    String line = phase("Bedarf").get("id").asString();
    String first = "{\"version\": 1, \"to\": 1}";
    assertThat(lead.post(url + "/agenda/" + line + "/moves", first).status()).isEqualTo(200);
    Answer second = lead.post(url + "/agenda/" + line + "/moves", first);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("detail")).startsWith("Jemand anderes hat den Ablauf");
  }

  @Test
  void tellsTheSecondWhoClicksNextWhoWasFaster() {
    Caller jette = fixtures.browser(port, lab, Role.FACILITATOR);
    String room = workshop.url("/room");
    Map<String, String> clicked = Map.of("seen", "");
    String csrf = jette.csrf(room);
    assertThat(jette.form(room + "/next", csrf, clicked).status()).isEqualTo(303);
    Answer second = jette.form(room + "/next", csrf, clicked);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body())
        .contains("Jette hat gerade „Potenziale“ geöffnet. Ihr Klick hat nichts verändert.");
    assertThat(workshops.get(workshop.id()).current().orElseThrow().title())
        .isEqualTo("Potenziale");
  }

  @Test
  void isEditedWithoutScript() {
    Caller jette = fixtures.browser(port, lab, Role.FACILITATOR);
    String page = workshop.url("/agenda");
    String line = page + "/" + phase("Punkte").get("id").asString();
    Answer up = jette.submit(page, line + "/moves", Map.of("to", "up", "version", "1"));
    assertThat(up.status()).as(up.body()).isEqualTo(303);
    Answer wrong =
        jette.submit(line, line, Map.of("kind", "collect", "title", "Mehr", "version", "2"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Nennen Sie mindestens ein Feld");
    Answer gone = jette.submit(page, line + "/removal", Map.of("version", "2"));
    assertThat(gone.status()).isEqualTo(303);
    assertThat(lines(lead.get(url + "/agenda")))
        .containsExactly(
            "13:00 Ankommen",
            "13:10 Potenziale",
            "13:30 Bedarf",
            "13:55 Vorstellen",
            "14:10 Rückblick");

    assertThat(jette.get(page).body()).contains("„Punkte“ ist entfernt.");
    Answer late = jette.form(line + "/moves", jette.csrf(page), Map.of("to", "up", "version", "3"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Fügen Sie den Schritt im Ablauf erst wieder hinzu.");
    for (int sent = 0; sent < 2; sent++) {
      Answer back = jette.submit(page, line + "/restoration", Map.of());
      assertThat(back.status()).isEqualTo(303);
      assertThat(URI.create(back.header("Location")).getFragment())
          .isEqualTo("line-" + phase("Punkte").get("id").asString());
    }
    assertThat(lines(lead.get(url + "/agenda")))
        .containsExactly(
            "13:00 Ankommen",
            "13:10 Potenziale",
            "13:30 Punkte",
            "13:45 Bedarf",
            "14:10 Vorstellen",
            "14:25 Rückblick");
    assertThat(jette.get(page).body()).doesNotContain("„Punkte“ ist entfernt.");
  }

  private Answer send(String deed, String title, String fields) {
    int version = lead.get(url + "/agenda").json().get("version").asInt();
    String body = "{\"version\": " + version + (fields.isEmpty() ? "" : ", ") + fields;
    String line = url + "/agenda/" + line(title);
    return lead.json(deed.isEmpty() ? "PATCH" : "POST", line + deed, body + "}");
  }

  private Answer restore(String line) {
    return lead.post(url + "/agenda/" + line + "/restoration", "{}");
  }

  private String line(String title) {
    return lead.get(url + "/agenda")
        .json()
        .get("items")
        .valueStream()
        .filter(each -> each.get("title").asString().equals(title))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  private static List<String> lines(Answer agenda) {
    return agenda
        .json()
        .get("items")
        .valueStream()
        .map(line ->
            line.get("from").asString().substring(11, 16) + " " + line.get("title").asString())
        .toList();
  }

  private JsonNode phase(String title) {
    return lead.get(url)
        .json()
        .get("phases")
        .valueStream()
        .filter(phase -> phase.get("title").asString().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private Caller join(String name) {
    Answer joined =
        Caller.at(port)
            .post(
                url + "/join",
                "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(workshop.joinCode(), name));
    return Caller.at(port).with(joined.text("token"));
  }
}
