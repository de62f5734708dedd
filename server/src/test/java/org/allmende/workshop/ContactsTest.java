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

/** Contact cards, which two people see once both want that, over HTTP. */
@AllmendeTest
class ContactsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired ParticipantStore participants;
  @Autowired ParticipantTokens places;
  @Autowired WorkshopPersonalData personalData;
  @LocalServerPort int port;

  private Workshop workshop;
  private Caller lead;
  private final Map<String, Caller> browsers = new HashMap<>();

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    join("Anna", "Ben", "Cem");
  }

  @Test
  void areSeenOnceBothHaveOffered() {
    write("Anna", "anna@moers.example", "Karten zeichnen");
    write("Ben", "ben@kleve.example", "Tabellen");
    offer("Anna", "Ben");
    assertThat(contacts("Ben"))
        .contains("Anna möchte mit Ihnen tauschen.")
        .doesNotContain("anna@moers.example", "Karten zeichnen");
    assertThat(contacts("Anna")).doesNotContain("ben@kleve.example");
    assertThat(room("Ben")).contains("1<span class=\"visually-hidden\"> wartend</span>");
    assertThat(room("Anna")).doesNotContain("wartend");

    offer("Ben", "Anna");
    assertThat(room("Ben")).doesNotContain("wartend");
    assertThat(contacts("Ben")).contains("anna@moers.example", "Karten zeichnen");
    assertThat(contacts("Anna")).contains("ben@kleve.example", "Tabellen");
    assertThat(contacts("Cem")).doesNotContain("@moers.example", "@kleve.example", "tauschen.");
  }

  @Test
  void waitOnlyFromThoseWhoAreThere() {
    write("Anna", "anna@moers.example", "Karten zeichnen");
    offer("Anna", "Ben");
    assertThat(room("Ben")).contains("1<span class=\"visually-hidden\"> wartend</span>");
    Answer removed =
        lead.post(
            "/" + workshop.tenant() + "/api/v1/workshops/" + workshop.id() + "/acts",
            "{\"kind\": \"removal\", \"participant\": \"" + id("Anna") + "\"}");
    assertThat(removed.status()).as(removed.body()).isEqualTo(201);
    assertThat(contacts("Ben")).doesNotContain("möchte mit Ihnen tauschen.");
    assertThat(room("Ben")).doesNotContain("wartend");
  }

  @Test
  void areUnseenAgainWhenOneTakesTheOfferBack() {
    write("Anna", "anna@moers.example", "Karten zeichnen");
    write("Ben", "ben@kleve.example", "Tabellen");
    offer("Anna", "Ben");
    offer("Ben", "Anna");
    send("Anna", "/withdrawals", Map.of("to", id("Ben")));
    assertThat(contacts("Ben")).doesNotContain("anna@moers.example");
    assertThat(contacts("Anna")).doesNotContain("ben@kleve.example");
  }

  @Test
  void areOfferedByThoseWhoHaveOneToPeopleOfTheWorkshop() {
    assertThat(send("Anna", "/offers", Map.of("to", id("Ben"))).status()).isEqualTo(409);
    write("Anna", "anna@moers.example", "Karten zeichnen");
    assertThat(send("Anna", "/offers", Map.of("to", "niemand")).status()).isEqualTo(404);
    assertThat(send("Anna", "", Map.of("name", "Anna")).status()).isEqualTo(422);
  }

  @Test
  void areExchangedByProgramsToo() {
    String api = "/" + workshop.tenant() + "/api/v1/workshops/" + workshop.id() + "/contacts";
    Caller anna = program("Anna");
    Caller ben = program("Ben");
    String to = "{\"to\": \"%s\"}";
    assertThat(anna.post(api + "/offers", to.formatted(id("Ben"))).status()).isEqualTo(409);
    assertThat(anna.put(api + "/own", "{\"name\": \"Anna\"}").status()).isEqualTo(422);
    anna.put(api + "/own", "{\"name\": \"Anna\", \"reach\": \"anna@moers.example\"}");
    ben.put(api + "/own", "{\"name\": \"Ben\", \"reach\": \"02841 1234\", \"seeks\": \"Karten\"}");
    anna.post(api + "/offers", to.formatted(id("Ben")));
    assertThat(other(ben.get(api), "Anna")).isEqualTo("Anna offered:false offers:true null");

    Answer accepted = ben.post(api + "/offers", to.formatted(id("Anna")));
    assertThat(other(accepted, "Anna"))
        .isEqualTo(
            "Anna offered:true offers:true {\"name\":\"Anna\",\"department\":null,\"reach\":\"anna@moers.example\",\"helps\":null,\"seeks\":null}");
    assertThat(contacts("Anna")).contains("02841 1234", "Karten");

    Answer withdrawn = anna.post(api + "/withdrawals", to.formatted(id("Ben")));
    assertThat(other(withdrawn, "Ben")).isEqualTo("Ben offered:false offers:true null");
    assertThat(ben.delete(api + "/own").json().get("own").isNull()).isTrue();
    assertThat(contacts("Anna")).doesNotContain("02841 1234");
    assertThat(Caller.at(port).get(api).status()).isEqualTo(403);
  }

  private Caller program(String name) {
    return Caller.at(port).with(places.token(participant(name).id()));
  }

  private static String other(Answer book, String name) {
    return book.json()
        .get("others")
        .valueStream()
        .filter(other -> other.get("name").asString().equals(name))
        .map(other ->
            name
                + " offered:"
                + other.get("offered").asBoolean()
                + " offers:"
                + other.get("offers").asBoolean()
                + " "
                + other.get("card"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void openWithThePrivateLinkOnAnotherDevice() {
    write("Anna", "anna@moers.example", "Karten zeichnen");
    String link = workshop.url("/contacts") + "?place=" + places.token(participant("Anna").id());
    assertThat(contacts("Anna")).contains(link);
    Caller phone = Caller.at(port);
    assertThat(phone.get(workshop.url("/contacts")).header("Location")).endsWith("/join");
    assertThat(phone.get(link).status()).isEqualTo(303);
    assertThat(phone.get(workshop.url("/contacts")).body()).contains("anna@moers.example");
  }

  @Test
  void goWithThePerson() {
    write("Anna", "anna@moers.example", "Karten zeichnen");
    write("Ben", "ben@kleve.example", "Tabellen");
    offer("Anna", "Ben");
    offer("Ben", "Anna");
    var anna = participant("Anna").person();
    assertThat(personalData.export(anna))
        .containsEntry("contact", List.of("Anna, anna@moers.example, Karten zeichnen"));
    personalData.erase(anna);
    assertThat(contacts("Ben")).doesNotContain("anna@moers.example");
    assertThat(personalData.export(anna)).containsEntry("contact", List.of());
  }

  private void join(String... names) {
    for (String name : names) {
      Caller browser = Caller.at(port);
      browser.submit(
          workshop.url("/join"),
          workshop.url("/join"),
          Map.of("code", workshop.joinCode().text(), "name", name));
      browsers.put(name, browser);
    }
  }

  private void write(String who, String reach, String helps) {
    Answer kept = send(who, "", Map.of("name", who, "reach", reach, "helps", helps));
    assertThat(kept.status()).as(kept.body()).isEqualTo(303);
  }

  private void offer(String from, String to) {
    assertThat(send(from, "/offers", Map.of("to", id(to))).status()).isEqualTo(303);
  }

  private Answer send(String who, String to, Map<String, String> fields) {
    return browser(who).submit(workshop.url("/contacts"), workshop.url("/contacts" + to), fields);
  }

  private String contacts(String who) {
    return browser(who).get(workshop.url("/contacts")).body();
  }

  private String room(String who) {
    return browser(who).get(workshop.url("/room")).body();
  }

  private Caller browser(String who) {
    return Objects.requireNonNull(browsers.get(who));
  }

  private String id(String name) {
    return participant(name).id().value();
  }

  private Participant participant(String name) {
    return participants.of(workshop.id()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
