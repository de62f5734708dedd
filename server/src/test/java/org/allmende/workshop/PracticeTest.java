package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Viewer;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A board to try before a workshop: one's own, out of the workshop, and gone afterwards. */
@AllmendeTest
class PracticeTest {

  private static final Pattern BOARD = Pattern.compile("data-board=\"([^\"]+)\"");
  private static final Pattern ZONE = Pattern.compile("data-zone=\"([^\"]+)\"");

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired WorkshopChanges changes;
  @Autowired Practices practices;
  @Autowired Boards boards;
  @Autowired Addresses addresses;
  @Autowired Jobs jobs;
  @Autowired MailBox mails;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Tenant lab;
  private Workshop workshop;
  private String practice;

  @BeforeEach
  void plan() {
    lab = new WorkshopFixtures(tenants, people, tokens).town("Labor");
    workshop =
        workshops.create(
            lab.id(),
            new WorkshopPlan(
                "Bäume zählen",
                "Rathaus",
                null,
                Instant.parse("2032-12-03T13:00:00Z"),
                Instant.parse("2032-12-03T17:00:00Z"),
                20,
                AgendaTemplate.SHORT_90,
                List.of()),
            null,
            Viewer.system());
    practice = workshop.url("/practice");
  }

  private Caller practising() {
    Caller browser = Caller.at(port);
    assertThat(browser.submit(practice, practice, Map.of()).status()).isEqualTo(303);
    return browser;
  }

  private String found(Pattern pattern, Caller browser) {
    return found(pattern, browser, practice);
  }

  private static String found(Pattern pattern, Caller browser, String page) {
    Matcher matcher = pattern.matcher(browser.get(page).body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private String notes(Caller browser) {
    return "/" + lab.slug() + "/boards/" + found(BOARD, browser) + "/notes";
  }

  @Test
  void isOnesOwnAndNoneOfTheWorkshop() {
    assertThat(Caller.at(port).get(workshop.url("")).body()).contains("href=\"" + practice + "\"");
    assertThat(Caller.at(port).get(workshop.url("/materials")).body()).contains(practice);
    assertThat(Caller.at(port).get(practice).body())
        .contains("Übungsbrett öffnen")
        .doesNotContain("<allmende-board");
    Caller anna = practising();
    Caller ben = practising();
    String hers = notes(anna);
    assertThat(anna.submit(practice, hers, Map.of("text", "Hallenzeiten")).status()).isEqualTo(303);
    assertThat(anna.get(practice).body()).contains("Hallenzeiten", "Noch 5 von 5 Punkten");
    assertThat(ben.get(practice).body()).doesNotContain("Hallenzeiten");
    assertThat(ben.submit(practice, hers, Map.of("text", "Fremdes")).status()).isEqualTo(401);
    assertThat(anna.submit(practice, practice, Map.of()).status()).isEqualTo(303);
    assertThat(anna.get(practice).body()).contains("Hallenzeiten");
    assertThat(boards.export(workshops.board(workshop))).isEmpty();
  }

  @Test
  void letsNotesBeMovedAndGivenDots() {
    Caller anna = practising();
    String notes = notes(anna);
    anna.submit(practice, notes, Map.of("text", "Hallenzeiten", "zone", found(ZONE, anna)));
    String note = notes + "/" + found(Pattern.compile("data-note=\"([^\"]+)\""), anna);
    String other = found(Pattern.compile("value=\"(zone:[^\"]+)\""), anna, note);
    assertThat(anna.submit(practice, note + "/place", Map.of("to", other)).status()).isEqualTo(303);
    assertThat(anna.submit(practice, note + "/dots", Map.of("count", "3")).status()).isEqualTo(303);
    assertThat(anna.get(practice).body()).contains("Noch 2 von 5 Punkten");
  }

  @Test
  void isThrownAwayAndDeleted() {
    Caller anna = practising();
    anna.submit(practice, notes(anna), Map.of("text", "Geheim" + workshop.id()));
    String board = found(BOARD, anna);
    Caller ben = practising();
    anna.submit(practice, practice + "/end", Map.of());
    assertThat(anna.get(practice).body()).contains("Übungsbrett öffnen").doesNotContain("Geheim");
    Instant now = Instant.now();
    ShiftedClock.at(now.plus(Duration.ofMinutes(6)), practices::sweep);
    assertThat(count("board_board where id = '" + board + "'")).isZero();
    assertThat(count("board_note where text = 'Geheim" + workshop.id() + "'")).isZero();
    assertThat(count("workshop_practice where workshop = '" + workshop.id() + "'")).isOne();
    assertThat(ben.get(practice).body()).contains("<allmende-board");

    ShiftedClock.at(now.plus(Duration.ofHours(23)), practices::sweep);
    ShiftedClock.at(now.plus(Duration.ofHours(24)), practices::sweep);
    assertThat(count("workshop_practice where workshop = '" + workshop.id() + "'")).isZero();
    assertThat(ben.get(practice).body()).contains("Übungsbrett öffnen");
  }

  private long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }

  @Test
  void isNamedToWhoeverRegisters() {
    String mail = Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
    addresses.confirmed(mail, Locale.GERMAN);
    Caller.at(port)
        .post(
            "/" + lab.slug() + "/api/v1/registrations/" + workshop.ref(),
            "{\"name\": \"Anna\", \"contact\": \"" + mail + "\"}");
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(mails.to(mail))
        .extracting(MailBox.Letter::text)
        .singleElement()
        .asString()
        .contains("Das Board vorher ausprobieren", practice);
    changes.cancel(workshop, "Sturm", Viewer.system());
    assertThat(Caller.at(port).submit(workshop.url("/join"), practice, Map.of()).status())
        .isEqualTo(409);
  }
}
