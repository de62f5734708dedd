package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.search.Search;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a steward enters in the list of words, by page and by API, and what it changes. */
@AllmendeTest
class WordsTest {

  private final WishFixtures fixtures;
  @Autowired Search search;
  @LocalServerPort int port;
  private Tenant town;
  private Caller steward;
  private Caller atDesk;

  @Autowired
  WordsTest(Tenants tenants, People people, Tokens tokens) {
    this.fixtures = new WishFixtures(tenants, people, tokens);
  }

  @BeforeEach
  void foundTown() {
    town = fixtures.town("Wortstadt");
    steward = Caller.at(port).with(fixtures.token(fixtures.staff(town, "Frau Wort", Role.STEWARD)));
    atDesk = fixtures.loggedIn(town, Role.STEWARD, port);
  }

  @Test
  void aWordEnteredOnThePageFindsWhatItMeans() {
    String api = town.url("/api/v1");
    steward.post(api + "/potentials", "{\"title\": \"Verzeichnis der Kesselwagen\"}");
    String wish =
        steward
            .post(api + "/wishes", "{\"need\": \"Wo stehen Zwutschkerl?\"}")
            .json()
            .get("id")
            .asString();
    assertThat(titles(wish)).isEmpty();

    Answer saved =
        atDesk.submit(
            town.url("/synonyms"),
            town.url("/synonyms"),
            Map.of("word", "Zwutschkerl", "means", "Kesselwagen"));

    assertThat(saved.status()).isEqualTo(303);
    assertThat(atDesk.get(town.url("/synonyms")).body())
        .contains("„Zwutschkerl“ meint „Kesselwagen“", "Gemeinsame Wörter");
    assertThat(titles(wish)).containsExactly("Verzeichnis der Kesselwagen");
    assertThat(suggestions(wish).get(0).get("reasons").values())
        .extracting(JsonNode::asString)
        .containsExactly("Wer „Zwutschkerl“ sagt, meint oft „Kesselwagen“", "Aus dem eigenen Haus");
  }

  @Test
  void wordsThatSayNothingAreRefusedInASentence() {
    Answer refused =
        atDesk.submit(
            town.url("/synonyms"), town.url("/synonyms"), Map.of("word", "und", "means", ""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Bitte ein Wort angeben, das für sich etwas bedeutet", "Bitte ein Wort angeben.");
  }

  @Test
  void programsListAddRemoveAndSwitch() {
    String words = town.url("/api/v1/synonyms");
    String id =
        steward
            .post(words, "{\"word\": \"Muckibude\", \"means\": \"Sporthalle\"}")
            .json()
            .get("id")
            .asString();
    JsonNode all = steward.get(words).json().get("items");
    assertThat(all.get(0).toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"word\":\"Muckibude\",\"means\":\"Sporthalle\",\"shared\":false,\"off\":false}"
                .formatted(id));
    String klo =
        StreamSupport.stream(all.spliterator(), false)
            .filter(item -> item.get("word").asString().equals("Klo"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asString();

    assertThat(steward.post(words + "/" + klo + "/off", "{}").status()).isEqualTo(204);
    assertThat(steward.delete(words + "/" + id).status()).isEqualTo(204);

    assertThat(
            StreamSupport.stream(steward.get(words).json().get("items").spliterator(), false)
                .filter(item -> item.get("off").asBoolean() || !item.get("shared").asBoolean()))
        .extracting(item -> item.get("word").asString(), item -> item.get("off").asBoolean())
        .containsExactly(tuple("Klo", true));
    assertThat(atDesk.get(town.url("/synonyms?q=klo")).body())
        .contains("bei Ihnen abgeschaltet", "Wieder einschalten");
  }

  @Test
  void othersMayNeitherReadNorChange() {
    Tenant other = fixtures.town("Nachbarstadt");
    Caller officer = fixtures.loggedIn(town, Role.OFFICER, port);
    String own =
        steward
            .post(
                town.url("/api/v1/synonyms"),
                "{\"word\": \"Muckibude\", \"means\": \"Sporthalle\"}")
            .json()
            .get("id")
            .asString();

    assertThat(officer.get(town.url("/synonyms")).status()).isEqualTo(403);
    assertThat(atDesk.get(other.url("/synonyms")).status()).isEqualTo(403);
    assertThat(steward.delete(other.url("/api/v1/synonyms/" + own)).status()).isEqualTo(403);
    assertThat(steward.delete(town.url("/api/v1/synonyms/" + Ids.next())).status()).isEqualTo(404);
    assertThat(atDesk.get("/operator/synonyms").status()).isEqualTo(403);
  }

  private List<String> titles(String wish) {
    return suggestions(wish).values().stream().map(item -> item.get("title").asString()).toList();
  }

  private JsonNode suggestions(String wish) {
    search.catchUp();
    return steward.get(town.url("/api/v1/wishes/" + wish + "/suggestions")).json().get("items");
  }
}
