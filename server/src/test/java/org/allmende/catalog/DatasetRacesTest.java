package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Queue;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who work on one dataset at once. */
@AllmendeTest
class DatasetRacesTest {

  private static final String YES =
      "\"checks\": {\"legal\": true, \"personalData\": true, \"license\": true, \"contact\": true}";

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @Value("${allmende.data:data}")
  Path data;

  private CatalogTown town;
  private String dataset;
  private String id;
  private String file;

  @BeforeEach
  void beginADataset() {
    town = new CatalogTown(port, tenants, people, tokens);
    id = town.draft("Bänke");
    dataset = town.api("/datasets/" + id);
    file = upload("/files", "Alte").text("id");
  }

  private Answer upload(String path, String place) {
    String table = "Nr;Ort;Höhe\n0014;%s Allee;3,5\n0015;%s Gasse;4,5\n".formatted(place, place);
    return town.upload(
        dataset + path, town.officer, "baenke.csv", table.getBytes(StandardCharsets.UTF_8));
  }

  private Answer rename(String name) {
    return town.json(
        "PUT",
        dataset + "/files/" + file + "/reading",
        town.officer,
        "{\"columns\": [{\"name\": \"Ort\", \"newName\": \"%s\"}]}".formatted(name));
  }

  private String rows() {
    return town.get(dataset + "/files/" + file + "/rows", town.officer).body();
  }

  private List<String> tablesOf(int number) throws IOException {
    try (Stream<Path> all = Files.list(TableConfiguration.folder(data))) {
      return all.map(table -> String.valueOf(table.getFileName()))
          .filter(name -> name.startsWith(file + "-" + number + "-"))
          .toList();
    }
  }

  @Test
  void theTableOfTheVersionThatWonStays() throws Exception {
    String versions = "/files/" + file + "/versions";

    List<Future<Answer>> sent =
        new Queue(transaction, sql)
            .behind(
                "catalog_dataset",
                id,
                () -> upload(versions, "Erste"),
                () -> upload(versions, "Zweite"));

    assertThat(sent.getFirst().get().status()).isEqualTo(201);
    assertThat(sent.getLast().get().status()).isEqualTo(409);
    assertThat(rows()).contains("Erste Allee").doesNotContain("Zweite");
    assertThat(tablesOf(2)).hasSize(1);
  }

  @Test
  void theTableOfTheReadingThatWonStays() throws Exception {
    List<Future<Answer>> sent =
        new Queue(transaction, sql)
            .behind("catalog_dataset", id, () -> rename("Platz"), () -> rename("Stelle"));

    assertThat(sent.getFirst().get().status()).isEqualTo(200);
    assertThat(sent.getLast().get().status()).isEqualTo(409);
    assertThat(rows()).contains("Platz").doesNotContain("Stelle");
    assertThat(tablesOf(1)).hasSize(1);
  }

  @Test
  void aRepeatedVersionLeavesNoTable() throws Exception {
    Caller officer = Caller.at(port).with(town.officer);
    String versions = dataset + "/files/" + file + "/versions";
    for (int i = 0; i < 2; i++) {
      Answer sent =
          officer.upload(
              versions + "?_submission=" + id,
              "baenke.csv",
              "Nr;Ort\n0014;Neue Allee\n0015;Neue Gasse\n".getBytes(StandardCharsets.UTF_8));
      assertThat(sent.json().path("version").asInt()).as(sent.body()).isEqualTo(2);
    }
    assertThat(tablesOf(2)).hasSize(1);
    assertThat(tablesOf(3)).isEmpty();
  }

  @Test
  void onlyWhatTheStewardSawGoesPublic() {
    String gate = dataset + "/publication";
    publish(gate, "{" + YES + "}", "first " + id, 201);
    upload("/files/" + file + "/versions", "Neue");
    int seen = town.get(dataset, town.steward).json().get("version").asInt();
    upload("/files/" + file + "/versions", "Geheime");

    publish(gate, "{\"version\": %d, %s}".formatted(seen, YES), "second " + id, 409);
    assertThat(town.get(dataset + "/files/" + file + "/rows", null).body()).contains("Alte Allee");

    int now = town.get(dataset, town.steward).json().get("version").asInt();
    String body = "{\"version\": %d, %s}".formatted(now, YES);
    publish(gate, body, "third " + id, 201);
    publish(gate, body, "third " + id, 201);
    assertThat(town.get(dataset + "/files/" + file + "/rows", null).body()).contains("Geheime");
    publish(gate, "{\"version\": \"neueste\", %s}".formatted(YES), "fourth " + id, 422);
  }

  private void publish(String gate, String body, String key, int status) {
    Answer answer = Caller.at(port).with(town.steward).once(gate, body, key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }
}
