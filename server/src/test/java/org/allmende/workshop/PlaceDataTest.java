package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Role;
import org.allmende.board.Boards;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever takes part takes the own data along and has them erased, without an address. */
@AllmendeTest
class PlaceDataTest {

  private static final String NAME = "Anna Müßig";
  private static final String NOTE = "Wer pflegt die Bänke?";

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Addresses addresses;
  @Autowired Boards boards;
  @Autowired Workshops workshops;
  @Autowired ParticipantStore participants;
  @Autowired ParticipantTokens places;
  @LocalServerPort int port;

  private Tenant lab;
  private Caller lead;
  private Workshop workshop;
  private Caller anna;
  private String place;

  @BeforeEach
  void gather() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    workshop = plan("Daten im Alltag");
    anna = Caller.at(port);
    place = join(anna, workshop);
  }

  private Workshop plan(String title) {
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "%s", "startsAt": "2026-12-03T13:00:00Z",
             "endsAt": "2026-12-03T14:30:00Z", "template": "short-90"}
            """
                .formatted(title));
    return workshops.get(lab.id(), planned.text("id"));
  }

  /** Joins; the token of the place. */
  private String join(Caller browser, Workshop where) {
    String page = where.url("/join");
    Map<String, String> fields =
        Map.of(
            "code",
            where.joinCode().text(),
            "name",
            NAME,
            "tenant",
            "-",
            "department",
            "Grünflächen");
    assertThat(browser.submit(page, page, fields).status()).isEqualTo(303);
    return places.token(participants.of(where.id()).getLast().id());
  }

  private void write() {
    String api = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    Caller program = Caller.at(port).with(place);
    do {
      lead.post(api + "/phase", "{\"to\":\"next\"}");
    } while (program.post(api + "/notes", "{\"text\":\"" + NOTE + "\"}").status() != 201);
  }

  private String take(Caller browser) {
    Answer taken = browser.get(workshop.url("/own/data.json"));
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    return taken.body();
  }

  private Answer erase(Map<String, String> fields) {
    return anna.submit(workshop.url("/own"), workshop.url("/own/erasure"), fields);
  }

  @Test
  void isFoundFromTheLastScreenAndFromTheContacts() {
    for (String page : List.of("/closing", "/contacts")) {
      assertThat(anna.get(workshop.url(page)).body()).contains(workshop.url("/own") + "\"");
    }
    assertThat(anna.get(workshop.url("/own")).body()).contains("Ihre Angaben", "/own/data.json");
  }

  @Test
  void isTakenAlongWithTheNotes() {
    write();
    assertThat(take(anna)).contains(NAME, "Grünflächen", NOTE);
  }

  @Test
  void isErasedWhenItIsMeant() {
    write();
    assertThat(erase(Map.of()).status()).isEqualTo(422);
    assertThat(take(anna)).contains(NAME);
    Answer erased = erase(Map.of("meant", "on"));
    assertThat(erased.status()).as(erased.body()).isEqualTo(200);
    assertThat(erased.header("Set-Cookie")).contains("=; ", "Expires=Thu, 01 Jan 1970");

    assertThat(participants.of(workshop.id()))
        .singleElement()
        .satisfies(left -> {
          assertThat(left.name()).isEmpty();
          assertThat(left.department()).isNull();
        });
    assertThat(boards.export(workshops.board(workshop)))
        .filteredOn(note -> note.text().equals(NOTE))
        .singleElement()
        .satisfies(note -> assertThat(note.author()).isNull());
    Caller program = Caller.at(port).with(place);
    assertThat(program.get(workshop.url("/own")).status()).isEqualTo(404);
    assertThat(program.get(workshop.url("/own?place=" + place)).status()).isEqualTo(404);
    assertThat(program.get(workshop.url("/room")).header("Location")).endsWith("/join");
    assertThat(program.get(workshop.url("/contacts?place=" + place)).header("Location"))
        .endsWith("/join");
  }

  /** Who comes by a place need not own the address: what else was said with it stays apart. */
  @Test
  void endsAtThePlace() {
    String address = Ids.next().toLowerCase(Locale.ROOT) + "@buerger.example";
    var owner = addresses.confirmed(address, Locale.GERMAN);
    addresses.confirmed(participants.of(workshop.id()).getFirst().person(), address, Locale.GERMAN);
    anna.submit(
        "/" + lab.slug() + "/legal/barrier",
        "/" + lab.slug() + "/barriers",
        Map.of("text", "Zu hell", "contact", address));
    assertThat(take(anna)).contains(address).doesNotContain("Zu hell");
    assertThat(erase(Map.of("meant", "on")).status()).isEqualTo(200);
    assertThat(addresses.reachable(List.of(owner))).containsKey(owner);
  }

  @Test
  void isThereForThoseWhoWereRemoved() {
    lead.post(
        "/" + lab.slug() + "/api/v1/workshops/" + workshop.id() + "/acts",
        "{\"kind\": \"removal\", \"participant\": \"%s\"}"
            .formatted(participants.of(workshop.id()).getFirst().id()));
    assertThat(anna.get(workshop.url("/closing")).status()).isEqualTo(303);
    assertThat(take(anna)).contains(NAME);
    assertThat(erase(Map.of("meant", "on")).status()).isEqualTo(200);
  }

  @Test
  void isOfOneWorkshopOnly() {
    Workshop other = plan("Daten am Abend");
    String elsewhere = join(Caller.at(port), other);
    Caller stranger = Caller.at(port);
    assertThat(stranger.get(workshop.url("/own?place=" + elsewhere)).status()).isEqualTo(404);
    Caller program = stranger.with(elsewhere);
    assertThat(program.get(workshop.url("/own")).status()).isEqualTo(404);
    assertThat(program.get(workshop.url("/own/data.json")).status()).isEqualTo(404);
    assertThat(stranger.get(workshop.url("/own")).body())
        .contains("gibt es keinen Platz in diesem Workshop");
    assertThat(stranger.get(other.url("/own?place=" + elsewhere)).header("Location"))
        .endsWith("/own");
    assertThat(stranger.get(other.url("/own/data.json")).body()).contains(NAME);
  }
}
