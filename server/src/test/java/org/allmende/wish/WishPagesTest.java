package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.id.Ids;
import org.allmende.base.job.Jobs;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AllmendeTest
class WishPagesTest {

  private final WishFixtures fixtures;
  private final Wishes wishes;
  private final Decisions decisions;
  private final Jobs jobs;
  @LocalServerPort private int port;

  @Autowired
  WishPagesTest(
      Tenants tenants,
      People people,
      Tokens tokens,
      Wishes wishes,
      Decisions decisions,
      Jobs jobs) {
    this.fixtures = new WishFixtures(tenants, people, tokens);
    this.wishes = wishes;
    this.decisions = decisions;
    this.jobs = jobs;
  }

  @Test
  void emptyAndOverlongWishComeBackWithTheirText() {
    Tenant moers = fixtures.town("Moers");
    Caller browser = Caller.at(port);
    String form = moers.url("/wishes/new");

    Answer empty =
        browser.submit(
            form,
            moers.url("/wishes"),
            Map.of("need", "", "purpose", "Radtour zu den Zechensiedlungen"));
    Answer overlong =
        browser.submit(form, moers.url("/wishes"), Map.of("need", "ä".repeat(10_000)));

    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body())
        .contains("Schreiben Sie, welche Daten Sie brauchen.", "Radtour zu den Zechensiedlungen");
    assertThat(overlong.status()).isEqualTo(422);
    assertThat(overlong.body())
        .contains("Höchstens 2.000 Zeichen. Ihr Text hat 10.000.", "ä".repeat(10_000));
    assertThat(browser.get(moers.url("/wishes")).body()).contains("Hier steht noch kein Wunsch.");
  }

  @Test
  void nobodyHasMailSentToOneStrangerAfterTheOther() {
    Tenant moers = fixtures.town("Moers");
    Caller citizen = Caller.at(port);
    String own =
        citizen
            .submit(
                moers.url("/wishes/new"), moers.url("/wishes"), Map.of("need", "Wo sind Bänke?"))
            .header("Location");
    String csrf = citizen.csrf(own);
    List<Integer> sent =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> Map.of("contact", "fremd" + i + "@" + Ids.next() + ".example"))
            .map(contact -> citizen.form(own + "/following", csrf, contact).status())
            .toList();
    // The wish itself was the first writing of the hour.
    assertThat(sent.subList(0, 29)).containsOnly(303);
    assertThat(sent.getLast()).isEqualTo(429);
  }

  @Test
  void statedWishIsListedByTheStewardAndChangedByItsPrivateLink() {
    Tenant moers = fixtures.town("Moers");
    Viewer steward = fixtures.staff(moers, "Frau Steward", Role.STEWARD);
    Caller citizen = Caller.at(port);

    Answer stated =
        citizen.submit(
            moers.url("/wishes/new"),
            moers.url("/wishes"),
            Map.of(
                "need",
                "Wo gibt es <script>alert(1)</script> Rastplätze mit Wasser?",
                "organisation",
                "<b>Heimatverein</b>",
                "hat",
                "volunteer"));

    assertThat(stated.status()).isEqualTo(303);
    String own = stated.headers().firstValue("Location").orElseThrow();
    assertThat(citizen.get(own).body())
        .contains("Ihr privater Link", "&lt;script")
        .doesNotContain("<script>alert");
    assertThat(citizen.get(own + "x").status()).isEqualTo(404);
    assertThat(citizen.get(moers.url("/wishes")).body()).doesNotContain("Rastplätze");

    String id = own.split("/")[3];
    decisions.list(new Decisions.On(moers.id(), new WishId(id), 1, null, steward));
    assertThat(citizen.get(moers.url("/wishes")).body()).contains("Rastplätze");
    assertThat(citizen.get(moers.url("/wishes/" + id)).body())
        .contains("&lt;b", "Brauche ich auch")
        .doesNotContain("<b>Heimatverein");

    Answer supported =
        Caller.at(port)
            .submit(
                moers.url("/wishes/" + id),
                moers.url("/wishes/" + id + "/supports"),
                Map.of("_submission", id));
    assertThat(supported.status()).isEqualTo(303);
    assertThat(citizen.get(moers.url("/wishes/" + id)).body()).contains("2 brauchen das auch");

    Answer stale =
        citizen.submit(
            own, own + "/wording", Map.of("need", "Neu", "version", "1", "hat", "private"));
    assertThat(stale.status()).isEqualTo(409);
    Answer withdrawn = citizen.submit(own, own + "/withdrawal", Map.of());
    assertThat(withdrawn.status()).isEqualTo(303);
    assertThat(citizen.get(moers.url("/wishes")).body()).doesNotContain("Rastplätze");
  }

  @Test
  void otherTenantsWishIsNotFound() {
    Tenant moers = fixtures.town("Moers");
    Tenant kleve = fixtures.town("Kleve");
    WishId id = listed(moers, "Wie sauber ist das Wasser?");
    Caller browser = Caller.at(port);

    assertThat(browser.get(moers.url("/wishes/" + id)).status()).isEqualTo(200);
    assertThat(browser.get(kleve.url("/wishes/" + id)).status()).isEqualTo(404);
    assertThat(browser.get(moers.url("/desk/wishes/" + id)).status()).isIn(302, 303, 401);
  }

  @Test
  void longListNeedsNoMoreStatementsThanAShortOne() {
    Tenant moers = fixtures.town("Moers");
    Caller browser = Caller.at(port);
    listed(moers, "Welche Turnhallen sind abends frei?");
    browser.get(moers.url("/wishes"));

    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    long one = statements(() -> browser.get(moers.url("/wishes?one")));
    for (int i = 0; i < 49; i++) {
      listed(moers, "Welche Straßenlaternen werden nachts gedimmt? " + i);
    }
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    long fifty = statements(() -> browser.get(moers.url("/wishes?fifty")));

    assertThat(browser.get(moers.url("/wishes")).body()).contains("50 Wünsche");
    assertThat(fifty).isPositive().isEqualTo(one);
  }

  private WishId listed(Tenant tenant, String need) {
    WishId id = wishes.state(tenant.id(), new StatedWish(WishFixtures.need(need), null, null));
    Viewer steward = fixtures.staff(tenant, "Frau Steward", Role.STEWARD);
    decisions.list(new Decisions.On(tenant.id(), id, 1, null, steward));
    return id;
  }

  /** How many statements about wishes are sent meanwhile, but for those of waiting tasks. */
  private static long statements(Runnable request) {
    return Statements.during(request).stream()
        .filter(statement -> statement.contains("wish_"))
        .count();
  }
}
