package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.job.Jobs;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is said about a dataset and its uses is reported, hidden and restored like any text. */
@AllmendeTest
class DatasetTextsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Jobs jobs;
  @LocalServerPort int port;

  private final String word = "schimpf" + Ids.next().toLowerCase(Locale.ROOT);
  private CatalogTown town;
  private Caller citizen;
  private String dataset;
  private String wish;

  /** A published dataset that answers a wish. */
  @BeforeEach
  void publish() {
    town = new CatalogTown(port, tenants, people, tokens);
    citizen = Caller.at(port);
    dataset = town.draft("Bänke von " + word);
    town.upload(
        town.api("/datasets/" + dataset + "/files"),
        town.officer,
        "baenke.csv",
        "Nr;Ort\n1;Park\n2;Markt\n".getBytes(StandardCharsets.UTF_8));
    wish = citizen.post(town.api("/wishes"), "{\"need\": \"Wo sind Bänke?\"}").text("id");
    steward("/wishes/" + wish + "/listing", "{}", 201);
    steward(
        "/datasets/" + dataset + "/publication",
        "{\"checks\": {\"legal\": true, \"personalData\": true, \"license\": true, \"contact\": true}}",
        201);
    steward(
        "/wishes/" + wish + "/matches",
        "{\"kind\": \"dataset\", \"id\": \"" + dataset + "\"}",
        201);
  }

  private Answer steward(String call, String body, int status) {
    Answer answer = town.json("POST", town.api(call), town.steward, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private void decide(String about, String outcome) {
    steward(
        "/texts/" + about + "/decisions",
        "{\"outcome\": \"%s\", \"rule\": \"insult\", \"reason\": \"Es trifft wen.\"}"
            .formatted(outcome),
        200);
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
  }

  private void report(String about) {
    Answer reported =
        citizen.submit(
            town.tenant.url("/reports/new?about=" + about),
            town.tenant.url("/reports"),
            Map.of("about", about, "rule", "insult", "words", "Das ist gemein."));
    assertThat(reported.status()).as(reported.body()).isEqualTo(303);
  }

  private List<String> whereItIsRead() {
    return List.of(
        town.tenant.url("/datasets/" + dataset),
        town.tenant.url("/datasets"),
        town.tenant.url("/datasets/" + dataset + ".ttl"),
        town.api("/datasets/" + dataset),
        town.tenant.url("/wishes/" + wish));
  }

  @Test
  void hiddenDatasetKeepsItsTableAndLosesItsWords() {
    String page = town.tenant.url("/datasets/" + dataset);
    assertThat(citizen.get(page).body()).contains("Diesen Text melden", word);
    report("dataset:" + dataset);
    assertThat(town.get(town.api("/texts"), town.steward).body()).contains(word, "Das ist gemein.");

    decide("dataset:" + dataset, "hidden");

    for (String address : whereItIsRead()) {
      assertThat(citizen.get(address).body()).as(address).doesNotContain(word);
    }
    assertThat(citizen.get(page).body()).contains("Ausgeblendet am", "Markt");
    assertThat(citizen.get(town.tenant.url("/datasets?q=" + word)).body())
        .doesNotContain("Ausgeblendet am");
    Answer changed =
        town.json(
            "PATCH", town.api("/datasets/" + dataset), town.steward, "{\"title\": \"Anders\"}");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text("detail")).contains("Blenden Sie ihn zuerst wieder ein.");

    decide("dataset:" + dataset, "restored");

    for (String address : whereItIsRead()) {
      assertThat(citizen.get(address).body()).as(address).contains(word);
    }
    assertThat(citizen.get(page).body()).contains("Kontrollierte Spielplätze mit Fläche.");
  }

  @Test
  void hiddenUseIsNotNamedInTheThreadEither() {
    String use =
        citizen
            .post(
                town.api("/datasets/" + dataset + "/uses"),
                "{\"title\": \"Karte von %s\"}".formatted("nutzer" + word))
            .text("id");
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    String thread = town.tenant.url("/wishes/" + wish);
    assertThat(citizen.get(thread).body()).contains("nutzer" + word);
    report("use:" + use);

    decide("use:" + use, "hidden");

    for (String address : whereItIsRead()) {
      assertThat(citizen.get(address).body()).as(address).doesNotContain("nutzer" + word);
    }
    decide("use:" + use, "restored");
    assertThat(citizen.get(thread).body()).contains("nutzer" + word);
  }

  @Test
  void draftIsNoTextOfTheReaders() {
    String draft = town.draft("Noch nicht öffentlich");
    assertThat(citizen.get(town.tenant.url("/reports/new?about=dataset:" + draft)).status())
        .isEqualTo(404);
  }
}
