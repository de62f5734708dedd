package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AllmendeTest
class WishApiTest {

  private final WishFixtures fixtures;
  @LocalServerPort private int port;

  @Autowired
  WishApiTest(Tenants tenants, People people, Tokens tokens) {
    this.fixtures = new WishFixtures(tenants, people, tokens);
  }

  @Test
  void wishIsStatedSupportedMatchedAndPromised() {
    Tenant moers = fixtures.town("Moers");
    fixtures.department(moers, "Fachbereich Grünflächen");
    Viewer officer = fixtures.staff(moers, "Herr Amt", Role.OFFICER);
    Caller anyone = Caller.at(port);
    Caller steward = browser(moers, Role.STEWARD);
    String api = moers.url("/api/v1");
    String key = Ids.next();
    String body =
        "{\"need\": \"Welche Spielplätze sind mit dem Rollstuhl erreichbar?\", \"hat\": \"private\"}";

    JsonNode first = anyone.once(api + "/wishes", body, key).json();
    JsonNode again = anyone.once(api + "/wishes", body, key).json();
    assertThat(again).isEqualTo(first);
    String wish = api + "/wishes/" + first.get("id").asString();
    assertThat(anyone.get(wish).status()).isEqualTo(404);
    assertThat(steward.post(wish + "/listing", "{}").status()).isEqualTo(201);
    assertThat(anyone.post(wish + "/supports", "{\"organisation\": \"Kita Kapellen\"}").status())
        .isEqualTo(201);
    assertThat(anyone.get(wish).json().get("supporters").asInt()).isEqualTo(2);

    JsonNode potential =
        Caller.at(port)
            .with(fixtures.token(officer))
            .post(
                api + "/potentials",
                """
                {"title": "Spielplatzkontrolle, jährlich", "department": "Fachbereich Grünflächen", "effort": "m"}
                """)
            .json();
    String match = "{\"kind\": \"potential\", \"id\": \"" + potential.get("id").asString() + "\"}";
    assertThat(anyone.post(wish + "/matches", match).status()).isEqualTo(401);
    assertThat(steward.post(wish + "/matches", match).status()).isEqualTo(201);
    JsonNode promised =
        steward
            .post(
                wish + "/commitments",
                """
                {"department": "Fachbereich Grünflächen", "owner": "Herr Amt", "dueOn": "2099-12-15"}
                """)
            .json();

    assertThat(promised.get("owner").asString()).isEqualTo("Fachbereich Grünflächen");
    assertThat(kinds(anyone.get(wish + "/thread")))
        .containsExactly("wish", "support", "match", "commitment");
    assertThat(anyone.get(api + "/figures").json().get("promised").asInt()).isEqualTo(1);
    JsonNode ranked = anyone.get(api + "/priorities").json().get("items").get(0);
    assertThat(ranked.get("score").asString()).isEqualTo("1.0");
  }

  @Test
  void aStewardSaysWhatAWishIsAbout() {
    Tenant moers = fixtures.town("Moers");
    Caller steward = browser(moers, Role.STEWARD);
    String wish = stated(moers);

    assertThat(Caller.at(port).put(wish + "/topic", "{}").status()).isEqualTo(401);
    assertThat(steward.put(wish + "/topic", "{\"topic\": \"nothing\"}").status()).isEqualTo(422);
    assertThat(steward.put(wish + "/topic", "{\"topic\": \"wohnungsbestand\"}").status())
        .isEqualTo(200);

    assertThat(steward.get(wish).json().get("topic").asString()).isEqualTo("wohnungsbestand");
  }

  @Test
  void whatIsSentAgainCountsOnce() {
    Tenant moers = fixtures.town("Moers");
    fixtures.department(moers, "Fachbereich Grünflächen");
    Caller steward = browser(moers, Role.STEWARD);
    Caller anyone = Caller.at(port);
    String wish = stated(moers);
    steward.post(wish + "/listing", "{}");

    String support = "{\"organisation\": \"Kita Kapellen\"}";
    String key = Ids.next();
    anyone.once(wish + "/supports", support, key);
    JsonNode supported = anyone.once(wish + "/supports", support, key).json();
    assertThat(supported.get("supporters").asInt()).isEqualTo(2);
    assertThat(supported.get("counted").asBoolean()).isTrue();

    String promise =
        """
        {"department": "Fachbereich Grünflächen", "owner": "Spielplätze", "dueOn": "2099-12-15"}
        """;
    String id =
        steward.once(wish + "/commitments", promise, Ids.next()).json().get("id").asString();
    String commitment = moers.url("/api/v1/commitments/") + id;
    String report =
        "{\"state\": \"obtained\", \"note\": \"Liegt vor.\", \"dueOn\": \"2099-12-20\"}";
    String reportKey = Ids.next();
    steward.once("PATCH", commitment, report, reportKey);
    JsonNode reported = steward.once("PATCH", commitment, report, reportKey).json();
    assertThat(reported.get("progress")).hasSize(2);
    assertThat(reported.get("state").asString()).isEqualTo("obtained");
  }

  @Test
  void secondRefusalIsToldOfTheFirst() {
    Tenant moers = fixtures.town("Moers");
    Caller steward = browser(moers, Role.STEWARD);
    String wish = stated(moers);
    String refusal =
        "{\"code\": \"legally-barred\", \"reason\": \"Die Mieten sind Geschäftsgeheimnis.\"}";

    assertThat(steward.post(wish + "/refusals", "{\"code\": \"legally-barred\"}").status())
        .isEqualTo(422);
    assertThat(steward.post(wish + "/refusals", refusal).status()).isEqualTo(201);
    Answer late = steward.post(wish + "/refusals", refusal);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("detail").asString())
        .contains("Inzwischen wurde der Wunsch abgelehnt", "Frau Steward");
    assertThat(kinds(steward.get(wish + "/thread"))).containsExactly("wish", "refusal");
  }

  @Test
  void ofTwoStewardsAtOnceOneDecides() throws Exception {
    Tenant moers = fixtures.town("Moers");
    Caller steward = browser(moers, Role.STEWARD);
    String wish = stated(moers);
    Callable<Integer> list = () -> steward.post(wish + "/listing", "{\"version\": 1}").status();
    Callable<Integer> refuse =
        () ->
            steward
                .post(
                    wish + "/refusals",
                    "{\"version\": 1, \"code\": \"not-ours\", \"reason\": \"Das hat der Kreis.\"}")
                .status();

    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = both.invokeAll(List.of(list, refuse));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(201, 409);
    }
    assertThat(steward.get(wish).json().get("version").asInt()).isEqualTo(2);
  }

  private String stated(Tenant tenant) {
    JsonNode stated =
        Caller.at(port)
            .post(tenant.url("/api/v1/wishes"), "{\"need\": \"Wie viel Miete zahlt die Stadt?\"}")
            .json();
    return tenant.url("/api/v1/wishes/" + stated.get("id").asString());
  }

  private Caller browser(Tenant tenant, Role role) {
    return Caller.at(port).with(fixtures.token(fixtures.staff(tenant, "Frau Steward", role)));
  }

  private static List<String> kinds(Answer thread) {
    return StreamSupport.stream(thread.json().get("items").spliterator(), false)
        .map(item -> item.get("kind").asString())
        .toList();
  }
}
