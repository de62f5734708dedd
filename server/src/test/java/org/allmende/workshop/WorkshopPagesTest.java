package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages without script: invitation, joining, room, calendar entry. */
@AllmendeTest
class WorkshopPagesTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Tenant lab;
  private Workshop workshop;

  @BeforeEach
  void plan() {
    lab = new WorkshopFixtures(tenants, people, tokens).town("Labor");
    workshop =
        workshops.create(
            lab.id(),
            new WorkshopPlan(
                "Grün <i>in</i> der Stadt",
                "Rathaus, Raum 1",
                "https://treffen.example/raum",
                Instant.parse("2026-12-03T13:00:00Z"),
                Instant.parse("2026-12-03T17:00:00Z"),
                60,
                AgendaTemplate.ODFA_240,
                List.of()),
            null,
            Viewer.system());
  }

  @Test
  void invitesWithoutGivingTheCodeAway() {
    String page = Caller.at(port).get(workshop.url(""), null).body();
    assertThat(page)
        .contains(
            "Donnerstag, 3. Dezember 2026, 14:00 bis 18:00 Uhr",
            "Rathaus, Raum 1",
            "Interner Bedarf")
        .contains("Grün &lt;i&gt;in&lt;/i&gt; der Stadt")
        .doesNotContain(workshop.joinCode().text(), "treffen.example", "<i>in");
    String sent = Caller.at(port).get(workshop.url("?code=" + workshop.joinCode()), null).body();
    assertThat(sent).contains(workshop.joinCode().text(), "<svg class=\"workshop-qr\"");
  }

  @Test
  void givesTheDateForTheCalendar() {
    Answer entry = Caller.at(port).get(workshop.url("/workshop.ics"), null);
    assertThat(entry.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
    assertThat(entry.body().replace("\r\n ", ""))
        .contains("UID:workshop-" + workshop.id() + "@")
        .contains("DTSTART;TZID=Europe/Berlin:20261203T140000")
        .contains("SUMMARY:Grün <i>in</i> der Stadt")
        .containsOnlyOnce("DTSTAMP");
  }

  @Test
  void leadsFromTheCodeIntoTheRoom() {
    var browser = Caller.at(port);
    Answer found = browser.submit("/join", "/join", Map.of("code", workshop.joinCode().text()));
    assertThat(found.status()).isEqualTo(303);
    String join = workshop.url("/join");
    assertThat(browser.get(workshop.url("/room"), null).status()).isEqualTo(303);
    Answer unnamed = browser.submit(join, join, Map.of("code", workshop.joinCode().text()));
    assertThat(unnamed.status()).isEqualTo(422);
    assertThat(unnamed.body()).contains("Schreiben Sie, wie die anderen Sie nennen sollen.");
    Answer joined =
        browser.submit(
            join,
            join,
            Map.of(
                "code", workshop.joinCode().text(), "name", "<script>x</script>", "tenant", "-"));
    assertThat(joined.status()).isEqualTo(303);
    Answer room = browser.get(workshop.url("/room"), null);
    assertThat(room.status()).isEqualTo(200);
    assertThat(room.body())
        .contains("&lt;script&gt;x&lt;/script&gt;", "Gleich geht es los")
        .doesNotContain("room-next");
    assertThat(browser.get(workshop.url("/closing"), null).body()).contains("Teilnehmende 1");
  }

  @Test
  void asksForAWrongCodeAgain() {
    Answer wrong = Caller.at(port).submit("/join", "/join", Map.of("code", "<b>falsch</b>"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Diesen Beitrittscode gibt es nicht.")
        .doesNotContain("<b>falsch");
  }

  @Test
  void stopsABrowserThatGuesses() {
    var browser = Caller.at(port);
    for (int i = 0; i < 10; i++) {
      assertThat(browser.submit("/join", "/join", Map.of("code", "MOOS-" + (1000 + i))).status())
          .isEqualTo(422);
    }
    assertThat(
            browser.submit("/join", "/join", Map.of("code", workshop.joinCode().text())).status())
        .isEqualTo(429);
    assertThat(
            Caller.at(port)
                .submit("/join", "/join", Map.of("code", workshop.joinCode().text()))
                .status())
        .isEqualTo(303);
  }

  @Test
  void showsDesksToFacilitatorsOnly() {
    assertThat(Caller.at(port).get("/" + lab.slug() + "/workshops/desk", null).status())
        .isIn(302, 303, 401);
    assertThat(Caller.at(port).get(workshop.url("/harvest"), null).status()).isIn(302, 303, 401);
  }

  @Test
  void listsManyWithTheStatementsOfOne() {
    var browser = Caller.at(port);
    String list = "/" + lab.slug() + "/workshops";
    browser.get(list, null);
    long one = statements(() -> browser.get(list + "?one", null));
    for (int i = 0; i < 49; i++) {
      workshops.create(
          lab.id(),
          new WorkshopPlan(
              "Workshop " + i,
              null,
              null,
              Instant.parse("2026-12-04T13:00:00Z"),
              Instant.parse("2026-12-04T17:00:00Z"),
              60,
              AgendaTemplate.EMPTY,
              List.of()),
          null,
          Viewer.system());
    }
    long fifty = statements(() -> browser.get(list + "?fifty", null));

    assertThat(browser.get(list, null).body()).contains("Workshop 0", "Workshop 48");
    assertThat(fifty).isPositive().isEqualTo(one);
  }

  @Test
  void showsWhatWasCoveredWhenTheNextStepOpens() {
    Viewer system = Viewer.system();
    workshops.openNext(workshop.id(), null, system);
    workshops.steer(workshop.id(), Steering.HIDE, system);
    Workshop collecting = workshops.get(workshop.id());
    Phase first = collecting.current().orElseThrow();
    assertThat(workshops.isCovered(workshops.board(collecting), first)).isTrue();
    workshops.openNext(workshop.id(), null, system);
    assertThat(workshops.isCovered(workshops.board(collecting), first)).isFalse();
  }

  /** How many statements about workshops and who carries them are sent meanwhile. */
  private static long statements(Runnable request) {
    return Statements.during(request).stream()
        .filter(
            statement -> statement.contains("workshop_") || statement.contains("tenant_co_host"))
        .count();
  }
}
