package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** What people do in the room before the first step, over HTTP. */
@AllmendeTest
class ArrivalTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Caller jette;
  private Workshop workshop;
  private final Map<String, Caller> browsers = new HashMap<>();

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    Caller lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    jette = fixtures.browser(port, lab, Role.FACILITATOR);
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    for (String name : List.of("Anna", "Ben", "Cem", "Dora")) {
      Caller browser = Caller.at(port);
      browser.submit(
          workshop.url("/join"),
          workshop.url("/join"),
          Map.of("code", workshop.joinCode().text(), "name", name));
      browsers.put(name, browser);
    }
  }

  @Test
  void bringsTogetherTwoWhoHaveNotMet() {
    browser("Anna")
        .submit(
            workshop.url("/contacts"),
            workshop.url("/contacts"),
            Map.of("name", "Anna", "reach", "anna@moers.example", "helps", "Karten zeichnen"));
    wish("Anna", Map.of("card", "true"));
    wish("Ben", Map.of());
    assertThat(room(jette)).contains("2 machen mit.");
    assertThat(begin().status()).isEqualTo(303);
    assertThat(room(browser("Anna"))).contains("arrival__name\">Ben<");
    assertThat(room(browser("Ben")))
        .contains("arrival__name\">Anna<", "Karten zeichnen")
        .doesNotContain("anna@moers.example");
    assertThat(room(browser("Cem"))).doesNotContain("arrival__name");

    Answer again = begin();
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).contains("Es gibt keine zwei, die sich noch nicht getroffen haben.");
    wish("Cem", Map.of());
    wish("Dora", Map.of());
    assertThat(begin().status()).isEqualTo(303);
    assertThat(room(browser("Anna"))).contains("Kennenlernrunde 2 läuft.");
    assertThat(room(browser("Anna"))).doesNotContain("arrival__name\">Ben<");
  }

  @Test
  void countsDownARoundAndEndsItEarly() {
    wish("Anna", Map.of());
    wish("Ben", Map.of());
    begin();
    assertThat(room(browser("Anna"))).contains("data-ends=", "Kennenlernrunde 1 läuft.");
    String beamer = jette.get(workshop.url("/beamer")).body();
    assertThat(beamer).contains("data-ends=", "Kennenlernrunde 1 läuft.").doesNotContain("Anna");
    assertThat(send(browser("Anna"), "rounds/end", Map.of()).status()).isNotEqualTo(303);

    assertThat(send(jette, "rounds/end", Map.of()).status()).isEqualTo(303);
    assertThat(room(browser("Anna")))
        .contains("Sie machen mit.")
        .doesNotContain("data-ends=", "arrival__name");
  }

  @Test
  void triesLineAndWriting() {
    Answer tried = send(browser("Anna"), "checks", Map.of("words", "Hallo"));
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.body()).contains("Angekommen: „Hallo“.");
  }

  @Test
  void endsWithTheFirstStep() {
    wish("Anna", Map.of());
    wish("Ben", Map.of());
    String csrf = jette.csrf(workshop.url("/room"));
    jette.submit(workshop.url("/room"), workshop.url("/room/next"), Map.of("seen", ""));
    assertThat(room(browser("Anna"))).doesNotContain("Kennenlernrunde");
    Answer late = jette.form(workshop.url("/room/arrival/rounds"), csrf, Map.of("minutes", "3"));
    assertThat(late.status()).isEqualTo(409);
  }

  private void wish(String who, Map<String, String> fields) {
    assertThat(send(browser(who), "wishes", fields).status()).isEqualTo(303);
  }

  private Answer begin() {
    return send(jette, "rounds", Map.of("minutes", "3"));
  }

  private Answer send(Caller who, String what, Map<String, String> fields) {
    return who.submit(workshop.url("/room"), workshop.url("/room/arrival/" + what), fields);
  }

  private String room(Caller who) {
    return who.get(workshop.url("/room")).body();
  }

  private Caller browser(String who) {
    return Objects.requireNonNull(browsers.get(who));
  }
}
