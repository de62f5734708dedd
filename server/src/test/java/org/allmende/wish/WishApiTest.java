package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.allmende.AllmendeTest;
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
    Browser anyone = new Browser(port, null);
    Browser steward = browser(moers, Role.STEWARD);
    String api = moers.url("/api/v1");
    String key = Ids.next();
    String body =
        "{\"need\": \"Welche Spielplätze sind mit dem Rollstuhl erreichbar?\", \"hat\": \"private\"}";

    JsonNode first = Browser.tree(anyone.post(api + "/wishes", body, key));
    JsonNode again = Browser.tree(anyone.post(api + "/wishes", body, key));
    assertThat(again).isEqualTo(first);
    String wish = api + "/wishes/" + first.get("id").asString();
    assertThat(anyone.get(wish).statusCode()).isEqualTo(404);
    assertThat(steward.post(wish + "/listing", "{}").statusCode()).isEqualTo(201);
    assertThat(
            anyone.post(wish + "/supports", "{\"organisation\": \"Kita Kapellen\"}").statusCode())
        .isEqualTo(201);
    assertThat(Browser.tree(anyone.get(wish)).get("supporters").asInt()).isEqualTo(2);

    JsonNode potential =
        Browser.tree(
            new Browser(port, fixtures.token(officer))
                .post(
                    api + "/potentials",
                    """
                    {"title": "Spielplatzkontrolle, jährlich", "department": "Fachbereich Grünflächen", "effort": "m"}
                    """));
    String match = "{\"kind\": \"potential\", \"id\": \"" + potential.get("id").asString() + "\"}";
    assertThat(anyone.post(wish + "/matches", match).statusCode()).isEqualTo(401);
    assertThat(steward.post(wish + "/matches", match).statusCode()).isEqualTo(201);
    JsonNode promised =
        Browser.tree(
            steward.post(
                wish + "/commitments",
                """
                {"department": "Fachbereich Grünflächen", "owner": "Herr Amt", "dueOn": "2099-12-15"}
                """));

    assertThat(promised.get("owner").asString()).isEqualTo("Fachbereich Grünflächen");
    assertThat(kinds(anyone.get(wish + "/thread")))
        .containsExactly("wish", "support", "match", "commitment");
    assertThat(Browser.tree(anyone.get(api + "/figures")).get("promised").asInt()).isEqualTo(1);
    JsonNode ranked = Browser.tree(anyone.get(api + "/priorities")).get("items").get(0);
    assertThat(ranked.get("score").asString()).isEqualTo("1.0");
  }

  @Test
  void aStewardSaysWhatAWishIsAbout() {
    Tenant moers = fixtures.town("Moers");
    Browser steward = browser(moers, Role.STEWARD);
    String wish = stated(moers);

    assertThat(new Browser(port, null).put(wish + "/topic", "{}").statusCode()).isEqualTo(401);
    assertThat(steward.put(wish + "/topic", "{\"topic\": \"nothing\"}").statusCode())
        .isEqualTo(422);
    assertThat(steward.put(wish + "/topic", "{\"topic\": \"wohnungsbestand\"}").statusCode())
        .isEqualTo(200);

    assertThat(Browser.tree(steward.get(wish)).get("topic").asString())
        .isEqualTo("wohnungsbestand");
  }

  @Test
  void whatIsSentAgainCountsOnce() {
    Tenant moers = fixtures.town("Moers");
    fixtures.department(moers, "Fachbereich Grünflächen");
    Browser steward = browser(moers, Role.STEWARD);
    Browser anyone = new Browser(port, null);
    String wish = stated(moers);
    steward.post(wish + "/listing", "{}");

    String support = "{\"organisation\": \"Kita Kapellen\"}";
    String key = Ids.next();
    anyone.post(wish + "/supports", support, key);
    JsonNode supported = Browser.tree(anyone.post(wish + "/supports", support, key));
    assertThat(supported.get("supporters").asInt()).isEqualTo(2);
    assertThat(supported.get("counted").asBoolean()).isTrue();

    String promise =
        """
        {"department": "Fachbereich Grünflächen", "owner": "Spielplätze", "dueOn": "2099-12-15"}
        """;
    String id =
        Browser.tree(steward.post(wish + "/commitments", promise, Ids.next())).get("id").asString();
    String commitment = moers.url("/api/v1/commitments/") + id;
    String report =
        "{\"state\": \"obtained\", \"note\": \"Liegt vor.\", \"dueOn\": \"2099-12-20\"}";
    String reportKey = Ids.next();
    steward.patch(commitment, report, reportKey);
    JsonNode reported = Browser.tree(steward.patch(commitment, report, reportKey));
    assertThat(reported.get("progress")).hasSize(2);
    assertThat(reported.get("state").asString()).isEqualTo("obtained");
  }

  @Test
  void secondRefusalIsToldOfTheFirst() {
    Tenant moers = fixtures.town("Moers");
    Browser steward = browser(moers, Role.STEWARD);
    String wish = stated(moers);
    String refusal =
        "{\"code\": \"legally-barred\", \"reason\": \"Die Mieten sind Geschäftsgeheimnis.\"}";

    assertThat(steward.post(wish + "/refusals", "{\"code\": \"legally-barred\"}").statusCode())
        .isEqualTo(422);
    assertThat(steward.post(wish + "/refusals", refusal).statusCode()).isEqualTo(201);
    HttpResponse<String> late = steward.post(wish + "/refusals", refusal);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Browser.tree(late).get("detail").asString())
        .contains("Inzwischen wurde der Wunsch abgelehnt", "Frau Steward");
    assertThat(kinds(steward.get(wish + "/thread"))).containsExactly("wish", "refusal");
  }

  @Test
  void ofTwoStewardsAtOnceOneDecides() throws Exception {
    Tenant moers = fixtures.town("Moers");
    Browser steward = browser(moers, Role.STEWARD);
    String wish = stated(moers);
    Callable<Integer> list = () -> steward.post(wish + "/listing", "{\"version\": 1}").statusCode();
    Callable<Integer> refuse =
        () ->
            steward
                .post(
                    wish + "/refusals",
                    "{\"version\": 1, \"code\": \"not-ours\", \"reason\": \"Das hat der Kreis.\"}")
                .statusCode();

    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = both.invokeAll(List.of(list, refuse));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(201, 409);
    }
    assertThat(Browser.tree(steward.get(wish)).get("version").asInt()).isEqualTo(2);
  }

  private String stated(Tenant tenant) {
    JsonNode stated =
        Browser.tree(
            new Browser(port, null)
                .post(
                    tenant.url("/api/v1/wishes"),
                    "{\"need\": \"Wie viel Miete zahlt die Stadt?\"}"));
    return tenant.url("/api/v1/wishes/" + stated.get("id").asString());
  }

  private Browser browser(Tenant tenant, Role role) {
    return new Browser(port, fixtures.token(fixtures.staff(tenant, "Frau Steward", role)));
  }

  private static List<String> kinds(HttpResponse<String> thread) {
    return StreamSupport.stream(Browser.tree(thread).get("items").spliterator(), false)
        .map(item -> item.get("kind").asString())
        .toList();
  }
}
