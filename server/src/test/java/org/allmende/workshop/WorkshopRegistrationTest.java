package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.id.Ids;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registering for a workshop: the pages, the API, and the way into the room. */
@AllmendeTest
class WorkshopRegistrationTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired ParticipantStore participants;
  @Autowired AnswerStore answers;
  @Autowired Addresses addresses;
  @Autowired Jobs jobs;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  private Tenant lab;
  private Workshop workshop;
  private String base;
  private String api;

  @BeforeEach
  void plan() {
    lab = new WorkshopFixtures(tenants, people, tokens).town("Labor");
    workshop = planned("Bäume zählen", 2);
    base = "/" + lab.slug() + "/registrations/" + workshop.ref();
    api = "/" + lab.slug() + "/api/v1/registrations/" + workshop.ref();
  }

  private Workshop planned(String title, int capacity) {
    return workshops.create(
        lab.id(),
        new WorkshopPlan(
            title,
            "Rathaus",
            null,
            Instant.parse("2032-12-03T13:00:00Z"),
            Instant.parse("2032-12-03T17:00:00Z"),
            capacity,
            AgendaTemplate.SHORT_90,
            List.of()),
        null,
        Viewer.system());
  }

  private String known() {
    String mail = Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
    addresses.confirmed(mail, Locale.GERMAN);
    return mail;
  }

  private Map<String, String> guest(String name, String mail, int people) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "contact",
            mail,
            "tenant",
            lab.slug(),
            "department",
            "Grünflächen",
            "people",
            String.valueOf(people)));
  }

  @Test
  void registersWithoutAccountAndSaysHonestlyHowItStands() {
    var browser = Caller.at(port);
    assertThat(browser.get(workshop.url(""), null).body())
        .contains("Noch 2 von 2 Plätzen frei.", "href=\"" + base + "\"");
    assertThat(browser.get(base, null).body())
        .contains("Wir löschen sie am 3. März 2033.", "Höchstens 5");
    Answer wrong = browser.submit(base, base, Map.of("name", "", "contact", "kein-at"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Schreiben Sie, wie Sie heißen.");

    Answer sent = browser.submit(base, base, guest("<b>Anna</b>", known(), 2));
    assertThat(sent.status()).isEqualTo(303);
    String own = sent.headers().firstValue("Location").orElseThrow();
    assertThat(browser.get(own, null).body())
        .contains("Sie haben 2 Plätze.", "&lt;b&gt;Anna", "Zum Raum")
        .doesNotContain("<b>Anna", "Bestätigen Sie Ihre Adresse");

    String mail = known();
    Answer waits = browser.submit(base, base, guest("Ben", mail, 1));
    String his = waits.headers().firstValue("Location").orElseThrow();
    assertThat(browser.get(his, null).body())
        .contains("Sie stehen auf der Warteliste, Platz 1.", "Die Chance ist")
        .doesNotContain("Zum Raum");
    Answer again = browser.submit(base, base, guest("Ben", mail, 1));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("Mit dieser Adresse sind Sie schon angemeldet.");
    // Who comes and who waits is nobody's business.
    assertThat(browser.get(workshop.url(""), null).body())
        .contains("Alle 2 Plätze sind vergeben, eine Anmeldung wartet.", "Auf die Warteliste")
        .doesNotContain("Anna", "Ben<");

    browser.submit(own, own + "/size", Map.of("people", "1"));
    assertThat(browser.get(his, null).body()).contains("Wir halten Ihnen einen Platz frei, bis ");
    browser.submit(his, his + "/acceptance", Map.of());
    assertThat(browser.get(his, null).body()).contains("Sie haben einen Platz.");
    browser.submit(his, his + "/leaving", Map.of());
    assertThat(browser.get(his, null).body()).contains("Sie haben abgesagt.", "Wieder anmelden");
    assertThat(browser.get(own + "/entry.ics", null).body())
        .contains("UID:workshop-" + workshop.id() + "@", "SUMMARY:Bäume zählen");
  }

  @Test
  void leadsFromTheLinkStraightIntoTheRoom() {
    var browser = Caller.at(port);
    Answer sent = browser.submit(base, base, guest("Anna", known(), 2));
    String own = sent.headers().firstValue("Location").orElseThrow();
    String link = own.substring(own.lastIndexOf('/') + 1);
    String waiting = Caller.at(port).post(api, null, json("Ben", known(), 1)).text("link");
    // Both seats of the room are taken by people with the code; a registered seat holds.
    for (int i = 0; i < 2; i++) {
      var stranger = Caller.at(port);
      assertThat(
              stranger
                  .submit(
                      workshop.url("/join"),
                      workshop.url("/join"),
                      Map.of("code", workshop.joinCode().text(), "name", "X", "tenant", "-"))
                  .status())
          .isEqualTo(303);
    }
    String entrances = workshop.url("/entrances");
    for (int i = 0; i < 2; i++) {
      assertThat(browser.submit(own, entrances, Map.of("registration", link)).status())
          .isEqualTo(303);
    }
    assertThat(browser.get(workshop.url("/room"), null).body()).contains("Anna");
    assertThat(workshops.participants(List.of(workshop.id()))).containsEntry(workshop.id(), 3);
    assertThat(browser.submit(own, entrances, Map.of("registration", waiting)).status())
        .isEqualTo(409);
    assertThat(browser.submit(own, entrances, Map.of("registration", link + "x")).status())
        .isEqualTo(404);
    Workshop other = planned("Anderes", 5);
    assertThat(browser.submit(own, other.url("/entrances"), Map.of("registration", link)).status())
        .isEqualTo(404);
  }

  private static String json(String name, String mail, int people) {
    return "{\"name\": \"%s\", \"contact\": \"%s\", \"people\": %d}".formatted(name, mail, people);
  }

  /** Asked with the registration, taken into the room, and nobody else's business on the way. */
  @Test
  void asksWithTheRegistrationWhatTheGroupsDependOn() {
    var browser = Caller.at(port);
    assertThat(browser.get(base, null).body())
        .contains("Was wissen Sie über offene Daten?", "Am Tag nach dem Workshop werden sie");
    Map<String, String> anna = guest("Anna", known(), 1);
    anna.putAll(Map.of("knowledge", "zaubern", "needs", "quiet"));
    assertThat(browser.submit(base, base, anna).status()).isEqualTo(422);
    anna.put("knowledge", "much");
    String own = browser.submit(base, base, anna).headers().firstValue("Location").orElseThrow();
    String link = own.substring(own.lastIndexOf('/') + 1);
    assertThat(browser.get(own, null).body())
        .contains("<option value=\"much\" selected>", "value=\"quiet\" checked");
    assertThat(facilitator(lab).get(base + "/list", null).body())
        .contains("Anna")
        .doesNotContain("viel", "ruhigen Platz");

    assertThat(browser.submit(own, own + "/answers", Map.of("rank", "team")).status())
        .isEqualTo(303);
    String call = "/" + lab.slug() + "/api/v1/registrations/own/" + link;
    assertThat(browser.get(call, null).json().get("answers").toString())
        .isEqualTo("{\"rank\":[\"team\"]}");
    assertThat(browser.post(call + "/answers", null, "{\"rank\": \"office\"}").status())
        .isEqualTo(200);

    browser.submit(own, workshop.url("/entrances"), Map.of("registration", link));
    Participant participant = participants.of(workshop.id()).getFirst();
    assertThat(answers.of(participant.id()))
        .isEqualTo(new Answers(Map.of(Trait.RANK, "office"), List.of()));
    assertThat(browser.get(call, null).json().has("answers")).isFalse();
    assertThat(browser.get(own, null).body()).doesNotContain("Was wissen Sie");
    assertThat(browser.get(workshop.url("/answers"), null).body())
        .contains("<option value=\"office\" selected>");
  }

  @Test
  void forgetsTheAnswersOfWhoeverLeaves() {
    var program = Caller.at(port);
    String body =
        "{\"name\": \"Anna\", \"contact\": \"%s\", \"rank\": \"team\", \"needs\": [\"quiet\", \"close\"]}";
    Answer made = program.post(api, null, body.formatted(known()));
    assertThat(made.json().get("answers").toString())
        .isEqualTo("{\"needs\":[\"close\",\"quiet\"],\"rank\":[\"team\"]}");
    String own = "/" + lab.slug() + "/api/v1/registrations/own/" + made.text("link");
    assertThat(program.post(own + "/leaving", null, "{}").json().has("answers")).isFalse();
    assertThat(program.post(own + "/answers", null, "{\"rank\": \"team\"}").status())
        .isEqualTo(409);
  }

  @Test
  void letsTheFacilitatorSeeAndSteer() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    String facilitator = fixtures.token(lab, Role.FACILITATOR);
    String stranger = fixtures.token(fixtures.town("Fremd"), Role.FACILITATOR);
    var program = Caller.at(port);
    program.post(api, null, json("Anna", known(), 2));
    Answer ben = program.post(api, null, json("Ben", known(), 1));
    Answer cem = program.post(api, null, json("Cem", known(), 1));
    assertThat(ben.status()).isEqualTo(201);
    assertThat(ben.json().get("place").asInt()).isEqualTo(1);

    assertThat(program.get(api + "/list", stranger).status()).isEqualTo(403);
    assertThat(program.get(api + "/list", null).status()).isEqualTo(401);
    assertThat(program.get(api + "/list", facilitator).json().get("items"))
        .extracting(row -> row.get("name").asString() + " " + row.get("state").asString())
        .containsExactly("Anna confirmed", "Ben waitlisted", "Cem waitlisted");
    Answer first =
        program.post(
            api + "/priorities",
            facilitator,
            "{\"registration\": \"%s\", \"reason\": \"dolmetscht\"}".formatted(cem.text("id")));
    assertThat(first.status()).isEqualTo(200);
    Answer wider = program.patch(api, facilitator, "{\"capacity\": 3}");
    assertThat(wider.json().get("free").asInt()).isZero();
    assertThat(own(program, cem)).isEqualTo("offered");
    assertThat(own(program, ben)).isEqualTo("waitlisted");
    assertThat(program.get(api + "/changes", facilitator).body())
        .contains("\"reason\":\"dolmetscht\"", "\"kind\":\"capacity\"");
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(workshops.get(workshop.id()).capacity()).isEqualTo(3);

    Caller lead = facilitator(lab);
    assertThat(lead.get(base + "/list", null).body())
        .contains("2 vergeben, 1 angeboten, 0 frei, 1 auf der Warteliste", "Ben", "nichts frei")
        .contains("Vorrang gegeben: dolmetscht");
    assertThat(Caller.at(port).get(base + "/list", null).status()).isIn(302, 303, 401);
    Answer rows = lead.submit(base + "/list", base + "/capacity", Map.of("capacity", "4"));
    assertThat(rows.status()).isEqualTo(303);
    assertThat(own(program, ben)).isEqualTo("offered");
  }

  private String own(Caller program, Answer made) {
    return program
        .get("/" + lab.slug() + "/api/v1/registrations/own/" + made.text("link"), null)
        .text("state");
  }

  private Caller facilitator(Tenant town) {
    return new WorkshopFixtures(tenants, people, tokens).browser(port, town, Role.FACILITATOR);
  }

  @Test
  void answersNothingBelowAnotherTenant() {
    var program = Caller.at(port);
    Tenant other = new WorkshopFixtures(tenants, people, tokens).town("Anderswo");
    String link = program.post(api, null, json("Anna", known(), 1)).text("link");
    String there = "/" + other.slug() + "/registrations/";
    assertThat(program.get(there + workshop.ref(), null).status()).isEqualTo(404);
    assertThat(program.get(there + "own/" + link, null).status()).isEqualTo(404);
    assertThat(program.get("/" + lab.slug() + "/registrations/own/" + link, null).status())
        .isEqualTo(200);
  }

  @Test
  void listsManyWithTheStatementsOfOne() {
    Workshop large = planned("Groß", 20);
    String list = "/" + lab.slug() + "/registrations/" + large.ref() + "/list";
    String there = "/" + lab.slug() + "/api/v1/registrations/" + large.ref();
    Caller lead = facilitator(lab);
    for (int i = 0; i < 21; i++) {
      Caller.at(port).post(there, null, json("Gast " + i, known(), 1));
    }
    lead.get(list, null);
    int few = Statements.during(() -> lead.get(list, null)).size();
    for (int i = 21; i < 50; i++) {
      Caller.at(port).post(there, null, json("Gast " + i, known(), 1));
    }
    int many = Statements.during(() -> lead.get(list, null)).size();
    assertThat(lead.get(list, null).body()).contains("Gast 0", "Gast 49");
    assertThat(many).isPositive().isEqualTo(few);
  }

  @Test
  void tellsThoseRegisteredWhatChangesAndThatItIsCalledOff() {
    String mail = known();
    Caller.at(port).post(api, null, json("Anna", mail, 1));
    Caller jette =
        new WorkshopFixtures(tenants, people, tokens).browser(port, lab, Role.FACILITATOR);
    String edit = workshop.url("/edit");
    Map<String, String> moved =
        Map.of(
            "version", "1",
            "title", "Bäume zählen",
            "day", "2032-12-10",
            "start", "15:00",
            "end", "18:00",
            "place", "Bücherei",
            "capacity", "3");
    assertThat(jette.submit(edit, edit, moved).status()).isEqualTo(303);
    Answer late = jette.submit(edit, edit, moved);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Jemand anderes hat den Workshop gerade geändert.");
    assertThat(workshops.get(workshop.id()).capacity()).isEqualTo(3);

    String off = workshop.url("/cancelation");
    assertThat(jette.submit(edit, off, Map.of("reason", "Sturm")).status()).isEqualTo(303);
    assertThat(Caller.at(port).get(workshop.url(""), null).body())
        .contains("Abgesagt", "Sturm", "Bücherei");
    assertThat(Caller.at(port).post(api, null, json("Ben", known(), 1)).status()).isEqualTo(409);
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(mails.to(mail))
        .extracting(MailBox.Letter::subject)
        .contains("Geändert: Bäume zählen", "Abgesagt: Bäume zählen");
  }
}
