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

/** A workshop in a hall: the screen for all, and what is typed in from paper, over HTTP. */
@AllmendeTest
class HallTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Caller lead;
  private Caller jette;
  private Workshop workshop;
  private String url;

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    jette = fixtures.browser(port, lab, Role.FACILITATOR);
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    url = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
  }

  @Test
  void pinsACardOnceHoweverOftenItIsSent() {
    open("Potenziale");
    String csrf = jette.csrf(workshop.url("/cards"));
    Map<String, String> card =
        Map.of("text", "Baumkataster", "effort", "low", "_submission", "karte-0001");
    assertThat(jette.form(workshop.url("/cards"), csrf, card).status()).isEqualTo(303);
    assertThat(jette.form(workshop.url("/cards"), csrf, card).status()).isEqualTo(303);
    assertThat(notes()).containsExactly("Baumkataster");
    assertThat(lead.get(url + "/notes").json().get("items").get(0).get("mine").asBoolean())
        .isFalse();
    assertThat(beamer()).contains("Baumkataster", "Aufwand niedrig");
  }

  @Test
  void showsSeveralCardsBeforeItPinsThem() {
    open("Potenziale");
    Map<String, String> lines = Map.of("text", "Bäume\n\n Brunnen \nBänke");
    Answer shown = submit("/cards", lines);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body()).contains("3 Karten in „", "<li>Brunnen</li>");
    assertThat(notes()).isEmpty();

    Answer pinned = submit("/cards", Map.of("text", lines.get("text"), "sure", "true"));
    assertThat(pinned.status()).isEqualTo(303);
    assertThat(notes()).containsExactly("Bäume", "Brunnen", "Bänke");
  }

  @Test
  void takesCardsAndDotsFromProgramsToo() {
    open("Potenziale");
    String two =
        """
        {"text": "Bäume\\nBrunnen", "hat": "administration", "effort": "low"}
        """;
    Answer pinned = lead.once(url + "/cards", two, "die Karten");
    assertThat(pinned.status()).as(pinned.body()).isEqualTo(201);
    assertThat(lead.once(url + "/cards", two, "die Karten").body()).isEqualTo(pinned.body());
    assertThat(lead.once(url + "/cards", "{\"text\": \"Bänke\"}", "die Karten").status())
        .isEqualTo(422);
    JsonNode cards = lead.get(url + "/cards").json().get("items");
    assertThat(
            cards
                .valueStream()
                .map(card ->
                    String.join(
                        " ",
                        card.get("id").asString(),
                        card.get("text").asString(),
                        card.get("hat").asString(),
                        card.get("effort").asString())))
        .containsExactly(
            pinned.json().get("items").get(0).get("id").asString() + " Bäume administration low",
            pinned.json().get("items").get(1).get("id").asString() + " Brunnen administration low");

    open("Punkte");
    String dots = url + "/cards/" + cards.get(0).get("id").asString() + "/dots";
    assertThat(lead.put(dots, "{\"count\": 11}").json().get("count").asInt()).isEqualTo(11);
    assertThat(lead.put(dots, "{\"count\": 301}").status()).isEqualTo(409);
    assertThat(lead.get(url + "/cards").json().get("items").get(0).get("dots").asInt())
        .isEqualTo(11);
    assertThat(lead.post(url + "/cards", "{\"text\": \" \"}").status()).isEqualTo(422);
    assertThat(Caller.at(port).get(url + "/cards").status()).isEqualTo(401);
  }

  @Test
  void takesNoCardWhileNobodyWrites() {
    assertThat(jette.get(workshop.url("/cards")).body())
        .contains("Gerade nimmt das Board keine Karten an");
    String csrf = jette.csrf(workshop.url("/people"));
    Answer refused = jette.form(workshop.url("/cards"), csrf, Map.of("text", "Zu früh"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(notes()).isEmpty();
    assertThat(jette.form(workshop.url("/cards"), csrf, Map.of("text", " ")).status())
        .isEqualTo(422);
  }

  @Test
  void countsDotsFromPaperBesideAllOthersAndTellsThemApart() {
    open("Potenziale");
    submit("/cards", Map.of("text", "Baumkataster"));
    open("Punkte");
    String note = lead.get(url + "/notes").json().get("items").get(0).get("id").asString();
    lead.put(url + "/notes/" + note + "/dots", "{\"count\": 2}");
    Answer counted = submit("/cards/" + note + "/dots", Map.of("count", "11"));
    assertThat(counted.status()).as(counted.body()).isEqualTo(303);
    assertThat(URI.create(counted.header("Location")).getPath()).endsWith("/cards");
    assertThat(jette.get(workshop.url("/cards")).body()).contains("value=\"11\"");
    jette.submit(workshop.url("/room"), workshop.url("/room/next"), Map.of("seen", current()));
    assertThat(beamer()).contains("<strong>13 Punkte</strong>, davon 11 vom Papier");
  }

  @Test
  void givesATableWithOneDeviceTheDotsOfAll() {
    Caller table = Caller.at(port);
    String join = workshop.url("/join");
    table.submit(
        join,
        join,
        Map.of(
            "code", workshop.joinCode().text(),
            "name", "Tisch 3",
            "tenant", "-",
            "people", "3",
            "companions", "Anna, Ben und Cem"));
    open("Potenziale");
    submit("/cards", Map.of("text", "Baumkataster"));
    open("Punkte");
    String room = workshop.url("/room");
    assertThat(table.get(room).body())
        .contains("Noch 15 von 15 Punkten", "Tisch mit 3 Personen: Anna, Ben und Cem");
    String note = lead.get(url + "/notes").json().get("items").get(0).get("id").asString();
    String dots =
        "/"
            + workshop.tenant()
            + "/boards/"
            + workshops.board(workshop)
            + "/notes/"
            + note
            + "/dots";
    assertThat(table.submit(room, dots, Map.of("count", "16")).status()).isEqualTo(409);
    assertThat(table.submit(room, dots, Map.of("count", "14")).status()).isEqualTo(303);
    assertThat(table.get(room).body()).contains("Noch 1 von 15 Punkten");
    assertThat(jette.get(workshop.url("/people")).body())
        .contains("<span class=\"tally\">3</span>");

    // One goes home; what all have given stays.
    table.submit(workshop.url("/answers"), workshop.url("/answers"), Map.of("people", "2"));
    assertThat(table.get(room).body()).contains("Noch 0 von 14 Punkten", "Tisch mit 2 Personen");
    assertThat(table.submit(room, dots, Map.of("count", "10")).status()).isEqualTo(303);
    assertThat(table.get(room).body()).contains("Noch 0 von 10 Punkten");
  }

  @Test
  void showsOnTheScreenWhatEverybodyMaySee() {
    open("Potenziale");
    submit("/cards", Map.of("text", "Baumkataster"));
    lead.post(url + "/notes", "{\"text\": \"Notiz der Leitung\"}");
    assertThat(beamer()).contains("Baumkataster", "Notiz der Leitung", workshop.joinCode().text());
    String before = state().text("version");

    jette.submit(workshop.url("/room"), workshop.url("/room/steering"), Map.of("what", "hide"));
    assertThat(beamer()).doesNotContain("Baumkataster", "Notiz der Leitung").contains("2 Notizen");
    assertThat(state().text("version")).isNotEqualTo(before);
    assertThat(state().json().get("endsAt").isNull()).isFalse();
    assertThat(beamer()).doesNotContain("<form", "<button", "<a href=\"/" + workshop.tenant());
  }

  private String beamer() {
    return jette.get(workshop.url("/beamer")).body();
  }

  private Answer state() {
    return jette.get(workshop.url("/beamer/state"));
  }

  private Answer submit(String to, Map<String, String> fields) {
    return jette.submit(workshop.url("/cards"), workshop.url(to), fields);
  }

  private List<String> notes() {
    return lead.get(url + "/notes")
        .json()
        .get("items")
        .valueStream()
        .map(note -> note.get("text").asString())
        .toList();
  }

  private String current() {
    return lead.get(url).text("current");
  }

  private void open(String title) {
    for (JsonNode phase : lead.get(url).json().get("phases")) {
      if (phase.get("title").asString().equals(title)) {
        lead.post(url + "/phase", "{\"to\": \"" + phase.get("id").asString() + "\"}");
        return;
      }
    }
    throw new IllegalArgumentException(title);
  }
}
