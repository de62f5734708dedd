package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.allmende.AllmendeTest;
import org.allmende.Caller.Answer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Topics by the JSON API: all of them, those that may fit, and how the suggestions learn. */
@AllmendeTest
class TopicApiTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @LocalServerPort int port;
  private CatalogTown town;

  @BeforeEach
  void foundTown() {
    town = new CatalogTown(port, tenants, people, tokens);
  }

  @Test
  void everybodyMayAskForTopics() throws Exception {
    assertThat(town.get(town.api("/topics"), null).json().get("items").size()).isEqualTo(242);

    JsonNode klo = suggested("Wo gibt es saubere Klos?").get(0);
    assertThat(klo.toString())
        .isEqualTo(
            "{\"id\":\"oeffentliche-toilette\","
                + "\"uri\":\"https://musterdatenkatalog.de/def/musterdatensatz/gesundheit/oeffentlicheToilette\","
                + "\"label\":\"Öffentliche Toilette\",\"theme\":\"Gesundheit\","
                + "\"reason\":\"Wer „Klos“ sagt, meint oft „Öffentliche Toilette“\"}");
    Answer nothing = town.get(town.api("/topics/suggestions?text="), null);
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.json().get("errors").get("text").asString())
        .isEqualTo("Bitte den Text angeben, zu dem ein Thema gesucht wird.");
  }

  @Test
  void theTopicOfADatasetTeaches() throws Exception {
    String words = "Zwirbelposten am Nordufer " + town.tenant.id().slug();
    assertThat(suggested(words).toString()).doesNotContain("sitzgelegenheit");

    Answer drafted =
        town.json(
            "POST",
            town.api("/datasets"),
            town.steward,
            """
            {"title": "%s", "description": "Alle Zwirbelposten.", "topic": "sitzgelegenheit",
             "department": "Fachbereich Jugend", "license": "dl-de/zero-2.0", "contact": "daten@musterstadt.example"}
            """
                .formatted(words));
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);

    JsonNode first = suggested("Wo sind " + words + "?").get(0);
    assertThat(first.get("id").asString()).isEqualTo("sitzgelegenheit");
    assertThat(first.get("reason").asString())
        .isEqualTo("In " + town.tenant.name() + " bei ähnlichen Worten gewählt");
  }

  private JsonNode suggested(String text) throws Exception {
    return town.get(
            town.api("/topics/suggestions?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)),
            null)
        .json()
        .get("items");
  }
}
