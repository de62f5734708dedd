package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
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

/** What is done in the room besides the agenda, over HTTP. */
@AllmendeTest
class FacilitationTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired Whereabouts whereabouts;
  @LocalServerPort int port;

  private WorkshopFixtures fixtures;
  private Tenant lab;
  private Caller lead;
  private Caller jette;
  private String url;
  private Workshop workshop;
  private final List<Caller> joined = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  @BeforeEach
  void plan() {
    fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
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
  void bringsEverybodyIntoGroupsAndBackWithOneClickEach() {
    join("Anna", "Ben", "Cem", "Dora");
    next();
    assertThat(places().groups()).isEqualTo(2);
    assertThat(places().video()).isEqualTo(VideoMode.GROUPS);
    assertThat(room(joined.getFirst())).contains("data-say=\"place-");

    String groups = inForce("groups").getFirst();
    lead.post(url + "/acts/" + groups + "/end", "{\"seconds\": 300}");
    assertThat(places().groups()).isEqualTo(2);
    assertThat(places().until()).isNotNull();
    assertThat(room(joined.getFirst())).contains("Alle kommen zurück ins Plenum");
    lead.post(url + "/acts/" + groups + "/end", "{\"seconds\": 0}");
    assertThat(places().groups()).isZero();
    assertThat(room(joined.getFirst())).doesNotContain("data-say=\"place-");

    lead.post(url + "/acts", "{\"kind\": \"groups\"}");
    assertThat(places().groups()).isEqualTo(2);
    String dots = phase("Punkte");
    lead.post(url + "/phase", "{\"to\": \"" + dots + "\"}");
    assertThat(places().groups()).isZero();
  }

  @Test
  void opensABreakAndATalkWithoutSlidesAndGoesBack() {
    join("Anna", "Ben", "Cem", "Dora");
    Caller anna = joined.getFirst();
    String talk = line("Was offene Daten sind");
    assertThat(lead.post(url + "/phase", "{\"to\": \"" + talk + "\"}").status()).isEqualTo(200);
    assertThat(room(anna)).contains("<h1>Was offene Daten sind</h1>", "role=\"timer\"");
    for (int i = 0; i < 3; i++) {
      next();
    }
    assertThat(room(anna)).contains("<h1>Pause</h1>", "role=\"timer\"");
    assertThat(places().video()).isEqualTo(VideoMode.OFF);

    String back = phase("Potenziale");
    assertThat(room(jette)).contains("id=\"open-" + back + "\"");
    assertThat(room(anna)).doesNotContain("id=\"open-");
    jette.submit(workshop.url("/room"), workshop.url("/room/phase"), Map.of("to", back));
    assertThat(room(anna)).contains("<h1>Potenziale</h1>");
    String arrival = line("Ankommen");
    assertThat(lead.post(url + "/phase", "{\"to\": \"" + arrival + "\"}").status()).isEqualTo(404);
  }

  private String line(String title) {
    return lead.get(url + "/agenda")
        .json()
        .get("items")
        .valueStream()
        .filter(line -> line.get("title").asString().equals(title))
        .map(line -> line.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void goesToTheGroupThatCalls() {
    join("Anna", "Ben", "Cem", "Dora");
    next();
    Caller anna = joined.getFirst();
    int group = anna.get(url + "/groups/mine").json().get("number").asInt();
    assertThat(act(anna, "\"kind\": \"help\"").status()).isEqualTo(201);
    assertThat(room(jette)).contains("Gruppe " + group, "bittet um Hilfe", "Hingehen");

    Answer hop =
        jette.submit(
            workshop.url("/room"),
            workshop.url("/room/acts"),
            Map.of("kind", "visit", "number", String.valueOf(group)));
    assertThat(hop.status()).as(hop.body()).isEqualTo(303);
    assertThat(room(jette))
        .contains("data-visit=\"" + group + "\" aria-current=\"page\"")
        .doesNotContain("bittet um Hilfe");
    assertThat(places().people(group)).isEqualTo(3);
    assertThat(act(anna, "\"kind\": \"visit\", \"number\": 1").status()).isEqualTo(403);
  }

  @Test
  void hearsHandsInTheirOrder() {
    join("Anna", "Ben");
    next();
    Answer first = act(joined.getLast(), "\"kind\": \"hand\"");
    act(joined.getFirst(), "\"kind\": \"hand\"");
    assertThat(act(joined.getLast(), "\"kind\": \"hand\"").text("id")).isEqualTo(first.text("id"));
    assertThat(room(jette)).contains("1. Ben", "2. Anna");
    assertThat(room(joined.getFirst())).contains("Gemeldet (2.)").doesNotContain("1. Ben");
    assertThat(joined.getFirst().post(url + "/acts/" + first.text("id") + "/end", "{}").status())
        .isEqualTo(403);
    lead.post(url + "/acts/" + first.text("id") + "/end", "{}");
    assertThat(room(jette)).contains("1. Anna").doesNotContain("2. Anna");
  }

  @Test
  void showsWordsAndANoteToAll() {
    join("Anna");
    next();
    Answer note = lead.post(url + "/notes", "{\"text\": \"Baumkataster <b>1998</b>\"}");
    act(lead, "\"kind\": \"announcement\", \"words\": \"Noch zwei Minuten\"");
    act(lead, "\"kind\": \"announcement\", \"words\": \"Kaffee steht bereit\"");
    act(lead, "\"kind\": \"spotlight\", \"note\": \"" + note.text("id") + "\"");
    assertThat(room(joined.getFirst()))
        .contains("Kaffee steht bereit", "Wir sehen uns diese Notiz an")
        .contains("Baumkataster &lt;b&gt;1998")
        .doesNotContain("Noch zwei Minuten");
    Answer version = joined.getFirst().get(workshop.url("/room/state"));
    lead.post(url + "/acts/" + inForce("spotlight").getFirst() + "/end", "{}");
    assertThat(joined.getFirst().get(workshop.url("/room/state")).text("version"))
        .isNotEqualTo(version.text("version"));
    assertThat(room(joined.getFirst())).doesNotContain("Wir sehen uns diese Notiz an");
  }

  @Test
  void showsNoNoteToAllOnceTheWorkshopIsOver() {
    join("Anna");
    next();
    Answer note = lead.post(url + "/notes", "{\"text\": \"Baumkataster\"}");
    act(lead, "\"kind\": \"spotlight\", \"note\": \"" + note.text("id") + "\"");
    assertThat(room(joined.getFirst())).contains("Wir sehen uns diese Notiz an");
    while (workshops.get(workshop.id()).current().isPresent()) {
      next();
    }
    assertThat(room(joined.getFirst())).doesNotContain("Wir sehen uns diese Notiz an");
  }

  @Test
  void showsNoNoteThatIsCovered() {
    join("Anna");
    next();
    Answer note = joined.getFirst().post(url + "/notes", "{\"text\": \"geheim\"}");
    jette.submit(workshop.url("/room"), workshop.url("/room/steering"), Map.of("what", "hide"));
    Answer refused = act(lead, "\"kind\": \"spotlight\", \"note\": \"" + note.text("id") + "\"");
    assertThat(refused.status()).isIn(404, 409);
    assertThat(inForce("spotlight")).isEmpty();
  }

  @Test
  void mutesRemovesAndLetsInAgain() {
    join("Anna");
    Caller anna = joined.getFirst();
    next();
    act(lead, "\"kind\": \"mute\", \"participant\": \"" + ids.getFirst() + "\"");
    assertThat(anna.post(url + "/notes", "{\"text\": \"Baum\"}").status()).isEqualTo(403);
    assertThat(anna.post(url + "/questions", "{\"question\": \"Warum?\"}").status()).isEqualTo(403);
    assertThat(room(anna)).contains("lässt Sie gerade nur lesen");
    lead.post(url + "/acts/" + inForce("mute").getFirst() + "/end", "{}");
    assertThat(anna.post(url + "/notes", "{\"text\": \"Baum\"}").status()).isEqualTo(201);

    act(lead, "\"kind\": \"removal\", \"participant\": \"" + ids.getFirst() + "\"");
    assertThat(anna.get(url + "/notes").status()).isEqualTo(403);
    assertThat(anna.get(workshop.url("/room/state")).status()).isEqualTo(403);
    assertThat(anna.get(workshop.url("/join")).body()).contains("aus dem Raum genommen");
    lead.post(url + "/acts/" + inForce("removal").getFirst() + "/end", "{}");
    assertThat(anna.get(url + "/notes").status()).isEqualTo(200);
  }

  @Test
  void isLedByWhoeverIsNamedForIt() {
    String mail = Ids.next().toLowerCase() + "@staff.example";
    var person = people.account(mail, "Olga", people.hashed("ein langes Passwort"));
    String token = Ids.next() + Ids.next();
    tokens.keep(person, token, "test");
    Caller olga = Caller.at(port).with(token);
    assertThat(olga.post(url + "/phase", "{\"to\": \"next\"}").status()).isEqualTo(403);
    Answer unknown = act(lead, "\"kind\": \"lead\", \"email\": \"nobody@staff.example\"");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(act(lead, "\"kind\": \"lead\", \"email\": \"" + mail + "\"").status())
        .isEqualTo(201);
    assertThat(jette.get(workshop.url("/people")).body()).contains("Olga");
    assertThat(olga.post(url + "/phase", "{\"to\": \"next\"}").status()).isEqualTo(200);
    lead.post(url + "/acts/" + inForce("lead").getFirst() + "/end", "{}");
    assertThat(olga.post(url + "/phase", "{\"to\": \"next\"}").status()).isEqualTo(403);
  }

  @Test
  void rehearsesWithoutATrace() {
    join("Anna");
    Caller anna = joined.getFirst();
    Answer began = act(lead, "\"kind\": \"rehearsal\"");
    assertThat(began.status()).as(began.body()).isEqualTo(201);
    next();
    lead.post(url + "/notes", "{\"text\": \"Testnotiz\"}");
    assertThat(anna.get(url + "/notes").status()).isEqualTo(403);
    assertThat(room(anna)).contains("Noch nicht begonnen", "Ihr Platz ist sicher");
    assertThat(anna.get(url).json().get("current").isNull()).isTrue();
    Answer late =
        Caller.at(port)
            .post(url + "/join", "{\"code\": \"" + workshop.joinCode() + "\", \"name\": \"Ben\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("detail")).contains("die Leitung probt gerade");

    lead.post(url + "/acts/" + began.text("id") + "/end", "{}");
    assertThat(workshops.get(workshop.id()).hasBegun()).isFalse();
    assertThat(room(anna)).contains("Gleich geht es los");
    next();
    assertThat(anna.get(url + "/notes").json().get("items")).isEmpty();
    assertThat(act(lead, "\"kind\": \"rehearsal\"").status()).isEqualTo(409);
  }

  private void next() {
    Answer opened = lead.post(url + "/phase", "{\"to\": \"next\"}");
    assertThat(opened.status()).as(opened.body()).isEqualTo(200);
  }

  private Answer act(Caller who, String fields) {
    return who.post(url + "/acts", "{" + fields + "}");
  }

  private List<String> inForce(String kind) {
    return lead.get(url + "/acts")
        .json()
        .get("items")
        .valueStream()
        .filter(act -> act.get("kind").asString().equals(kind))
        .map(act -> act.get("id").asString())
        .toList();
  }

  private Whereabouts.Places places() {
    return whereabouts.of(workshops.get(workshop.id()));
  }

  private String room(Caller who) {
    return who.get(workshop.url("/room")).body();
  }

  private String phase(String title) {
    for (JsonNode phase : lead.get(url).json().get("phases")) {
      if (phase.get("title").asString().equals(title)) {
        return phase.get("id").asString();
      }
    }
    throw new IllegalArgumentException(title);
  }

  private void join(String... names) {
    for (String name : names) {
      Answer answer =
          Caller.at(port)
              .post(
                  url + "/join",
                  "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(workshop.joinCode(), name));
      joined.add(Caller.at(port).with(answer.text("token")));
      ids.add(answer.json().get("participant").get("id").asString());
    }
  }
}
