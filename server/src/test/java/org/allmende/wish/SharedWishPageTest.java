package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.job.Jobs;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page read twice is rendered once, and never shown once the database says something else. */
@AllmendeTest
class SharedWishPageTest {

  private static final Pattern TOKEN =
      Pattern.compile("(?:name=\"_(?:csrf|submission)\" value=\"|X-XSRF-TOKEN\": \")([^\"]+)\"");

  private final WishFixtures fixtures;
  private final Wishes wishes;
  private final Decisions decisions;
  private final Jobs jobs;
  @LocalServerPort private int port;
  private String page;

  @Autowired
  SharedWishPageTest(
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

  @BeforeEach
  void listWish() {
    Tenant moers = fixtures.town("Moers");
    var stated = new StatedWish(WishFixtures.need("Wo gibt es Trinkbrunnen?"), null, null);
    WishId id = wishes.state(moers.id(), stated);
    Viewer steward = fixtures.staff(moers, "Frau Steward", Role.STEWARD);
    decisions.list(new Decisions.On(moers.id(), id, 1, null, steward));
    page = moers.url("/wishes/" + id);
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void isRenderedOnceAndCarriesEachReadersOwnTokens() {
    String first = read().body();
    List<Answer> second = new ArrayList<>();
    List<String> asked = Statements.during(() -> second.add(read()));

    assertThat(asked).singleElement().asString().contains("pg_current_snapshot");
    String again = second.getFirst().body();
    assertThat(tokens(again))
        .hasSize(tokens(first).size())
        .doesNotContainAnyElementsOf(tokens(first));
    assertThat(TOKEN.matcher(again).replaceAll("")).isEqualTo(TOKEN.matcher(first).replaceAll(""));
    assertThat(second.getFirst().headers().map())
        .containsKeys("set-cookie", "content-security-policy", "vary", "content-length");
  }

  @Test
  void isRenderedOnceForAllWhoComeAtOnce() {
    List<String> alone = Statements.during(this::read);
    Caller.at(port).submit(page, page + "/supports", Map.of("organisation", "Laufgruppe Moers"));
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    List<Answer> read = Collections.synchronizedList(new ArrayList<>());
    int readers = 20;
    List<String> asked =
        Statements.during(() -> {
          try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
              together.execute(() -> read.add(read()));
            }
          }
        });

    assertThat(read)
        .hasSize(readers)
        .allSatisfy(answer -> assertThat(answer.body()).contains("2 brauchen das"));
    assertThat(alone.size()).isGreaterThan(10);
    assertThat(asked).hasSizeLessThan(alone.size() + 3 * readers);
  }

  @Test
  void showsWhatIsCommittedAtOnce() {
    Caller supporter = Caller.at(port);
    read();
    read();
    Answer thanks =
        supporter.submit(page, page + "/supports", Map.of("organisation", "Laufgruppe Moers"));
    assertThat(thanks.status()).isEqualTo(303);

    assertThat(read().body()).contains("2 brauchen das");
    assertThat(supporter.get(page).body()).contains("2 brauchen das");
  }

  @Test
  void isNobodysOwn() {
    String german = read().body();
    assertThat(Caller.at(port).get(page + "?lang=en").body())
        .contains("lang=\"en\"")
        .isNotEqualTo(german);
    assertThat(read().body()).contains("lang=\"de\"");
    Caller reader = Caller.at(port);
    reader.submit(page, page + "/supports", Map.of("organisation", ""));
    assertThat(reader.get(page).body()).contains("Sie sind mitgezählt.");
    assertThat(read().body()).doesNotContain("Sie sind mitgezählt.");
  }

  private Answer read() {
    return Caller.at(port).get(page);
  }

  private static List<String> tokens(String page) {
    return TOKEN.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
