package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Dots others do not see until they are revealed, over HTTP. */
@AllmendeTest
class SecretDotsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Caller lead;
  private Caller jette;
  private Workshop workshop;
  private String url;
  private Caller anna;
  private Caller ben;
  private String note;

  @BeforeEach
  void weigh() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    jette = fixtures.browser(port, lab, Role.FACILITATOR);
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T14:30:00Z", "template": "short-90"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    url = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    agenda("\"covered\": true");
    anna = join("Anna");
    ben = join("Ben");
    lead.post(url + "/phase", "{\"to\": \"next\"}");
    note = anna.post(url + "/notes", "{\"text\": \"Baum\"}").text("id");
    lead.post(url + "/phase", "{\"to\": \"" + phase("Punkte") + "\"}");
    anna.put(url + "/notes/" + note + "/dots", "{\"count\": 3}");
    ben.put(url + "/notes/" + note + "/dots", "{\"count\": 2}");
  }

  @Test
  void eachSeesTheOwnOnesUntilTheyAreRevealed() {
    assertThat(dots(anna)).isEqualTo(3);
    assertThat(dots(ben)).isEqualTo(2);
    assertThat(room(ben)).contains("2 Punkte von Ihnen", "sehen Sie beim Aufdecken");
    assertThat(room(jette)).contains("Punkte aufdecken").doesNotContain("5 Punkte, davon");

    steer("reveal");
    assertThat(dots(ben)).isEqualTo(5);
    assertThat(room(ben)).contains("5 Punkte, davon 2 von Ihnen");
    agenda("\"minutes\": 20");
    assertThat(dots(ben)).isEqualTo(5);
    steer("hide");
    assertThat(dots(ben)).isEqualTo(2);
  }

  @Test
  void theNextStepAndTheEndRevealThem() {
    lead.post(url + "/phase", "{\"to\": \"next\"}");
    assertThat(dots(ben)).isEqualTo(5);
    lead.post(url + "/phase", "{\"to\": \"" + phase("Punkte") + "\"}");
    assertThat(dots(ben)).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      lead.post(url + "/phase", "{\"to\": \"next\"}");
    }
    assertThat(workshops.get(workshop.id()).isOver()).isTrue();
    assertThat(dots(ben)).isEqualTo(5);
  }

  private void agenda(String change) {
    Answer changed =
        lead.json(
            "PATCH",
            url + "/agenda/" + phase("Punkte"),
            "{%s, \"version\": %s}"
                .formatted(change, lead.get(url + "/agenda").json().get("version")));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  private int dots(Caller who) {
    return who.get(url + "/notes").json().get("items").get(0).get("dots").asInt();
  }

  private void steer(String what) {
    Answer steered =
        jette.submit(workshop.url("/room"), workshop.url("/room/steering"), Map.of("what", what));
    assertThat(steered.status()).as(steered.body()).isEqualTo(303);
  }

  private String room(Caller who) {
    return who.get(workshop.url("/room")).body();
  }

  private Caller join(String name) {
    Answer answer =
        Caller.at(port)
            .post(
                url + "/join",
                "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(workshop.joinCode(), name));
    return Caller.at(port).with(answer.text("token"));
  }

  private String phase(String title) {
    for (JsonNode phase : lead.get(url).json().get("phases")) {
      if (phase.get("title").asString().equals(title)) {
        return phase.get("id").asString();
      }
    }
    throw new IllegalArgumentException(title);
  }
}
