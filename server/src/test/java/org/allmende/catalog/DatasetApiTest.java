package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.notify.Subscriptions;
import org.allmende.notify.Tempo;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A dataset's way from the file to the public, by the JSON API alone. */
@AllmendeTest
class DatasetApiTest {

  /**
   * Title lines, Windows-1252, semicolons, leading zeros, decimal commas, a bad day, a bad number
   * and a sum.
   */
  private static final String PLAYGROUNDS =
      """
      Spielplatzkontrolle;;;;
      Stand: 2026;;;;
      Nr;Name;Stadtteil;Fläche_m2;geprüft
      0014;Am Jungbornpark;Mitte;1.240,5;03.02.2026
      0015;Eicker Wiesen;Eick;860,0;03.02.2026
      0016;Kirchweg;Kapellen;412,75;05.02.2026
      0021;Waldsee;Hülsdonk;2.310,0;11.02.2026
      0022;Zechenstraße;Meerbeck;975,5;11.02.2026
      0023;Hof;Vinn;ca. 900;12.02.2026
      0024;Ufer;Utfort;310,5;31.02.2026
      """
          .replace("\n", "\r\n");

  private static final long MEGABYTE = 1024 * 1024;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Subscriptions subscriptions;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @LocalServerPort int port;
  private CatalogTown town;

  @BeforeEach
  void foundTown() {
    town = new CatalogTown(port, tenants, people, tokens);
  }

  private String subscriber(Ref subject) {
    String mail = Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
    subscriptions.subscribe(
        town.tenant.id(), subject, Tempo.AT_ONCE, addresses.confirmed(mail, Locale.GERMAN));
    return mail;
  }

  /** A draft made for a promise says little; a program says the rest. */
  @Test
  void changesWhatIsSaid() throws Exception {
    String id = town.draft("Bänke");
    String path = town.api("/datasets/" + id);
    Answer changed =
        town.json(
            "PATCH",
            path,
            town.officer,
            """
            {"description": "Je Zeile eine Bank.", "keywords": ["Bank", "Park"], "topic": null,
             "contact": {"email": "baenke@musterstadt.example"}, "version": 1}
            """);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonNode dataset = changed.json();
    assertThat(dataset.get("title").asString()).isEqualTo("Bänke");
    assertThat(dataset.get("description").asString()).isEqualTo("Je Zeile eine Bank.");
    assertThat(dataset.get("keywords").toString()).isEqualTo("[\"Bank\",\"Park\"]");
    assertThat(dataset.get("topic").isNull()).isTrue();
    assertThat(dataset.get("contact").get("email").asString())
        .isEqualTo("baenke@musterstadt.example");
    assertThat(dataset.get("license").get("id").asString()).isNotEmpty();
    assertThat(dataset.get("version").asInt()).isEqualTo(2);

    assertThat(town.json("PATCH", path, town.steward, "{\"version\": 1}").status()).isEqualTo(409);
    Answer untitled = town.json("PATCH", path, town.steward, "{\"title\": null}");
    assertThat(untitled.status()).isEqualTo(422);
    assertThat(untitled.json().get("errors").has("title")).isTrue();
    assertThat(town.json("PATCH", path, null, "{}").status()).isEqualTo(401);
  }

  @Test
  void fromTheFileToTheCatalogue() throws Exception {
    String id = town.draft("Spielplätze");
    Answer uploaded =
        town.upload(
            town.api("/datasets/" + id + "/files"),
            town.officer,
            "spiel.csv",
            PLAYGROUNDS.getBytes(WINDOWS));
    assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
    JsonNode reading = uploaded.json().get("reading");
    String file = uploaded.json().get("id").asString();
    assertThat(reading.get("encoding").asString()).isEqualTo("windows-1252");
    assertThat(reading.get("delimiter").asString()).isEqualTo(";");
    assertThat(reading.get("headerLine").asInt()).isEqualTo(3);
    assertThat(reading.get("rows").asInt()).isEqualTo(5);
    assertThat(reading.get("rejected").asInt()).isEqualTo(2);
    assertThat(
            reading.get("columns").values().stream()
                .map(c -> c.get("name").asString() + " " + c.get("type").asString()))
        .containsExactly(
            "Nr text", "Name text", "Stadtteil text", "Fläche_m2 decimal", "geprüft date");

    String rows = town.api("/datasets/" + id + "/files/" + file + "/rows");
    assertThat(town.get(rows, null).status()).isEqualTo(404);

    Answer corrected =
        town.json(
            "PUT",
            town.api("/datasets/" + id + "/files/" + file + "/reading"),
            town.officer,
            "{\"columns\": [{\"name\": \"Fläche_m2\", \"newName\": \"Fläche\"}]}");
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);

    Answer refused =
        town.json(
            "POST",
            town.api("/datasets/" + id + "/publication"),
            town.steward,
            "{\"checks\": {\"legal\": true, \"license\": true}}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("errors").propertyNames())
        .containsExactlyInAnyOrder("checks.personalData", "checks.contact");
    assertThat(
            town.json("POST", town.api("/datasets/" + id + "/publication"), town.officer, "{}")
                .status())
        .isEqualTo(403);

    String mail = subscriber(new Ref("topic", "spielplatz-und-spielstaette"));
    Answer published =
        town.json(
            "POST",
            town.api("/datasets/" + id + "/publication"),
            town.steward,
            """
            {"checks": {"legal": true, "personalData": true, "license": true, "contact": true}}
            """);
    assertThat(published.status()).as(published.body()).isEqualTo(201);
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(mails.to(mail))
        .extracting(MailBox.Letter::subject)
        .containsExactly("Neue Daten: Spielplätze");

    JsonNode answer = town.get(rows + "?limit=2&filter=Stadtteil:ne:Eick", null).json();
    assertThat(answer.get("items").toString())
        .isEqualTo(
            """
            [{"Nr":"0014","Name":"Am Jungbornpark","Stadtteil":"Mitte","Fläche":1240.5,"geprüft":"2026-02-03"},\
            {"Nr":"0016","Name":"Kirchweg","Stadtteil":"Kapellen","Fläche":412.75,"geprüft":"2026-02-05"}]\
            """);
    JsonNode next = town.get(answer.get("next").asString(), null).json();
    assertThat(next.get("items").size()).isEqualTo(2);
    assertThat(next.get("next").isNull()).isTrue();

    assertThat(
            town.get(town.api("/datasets"), null)
                .json()
                .get("items")
                .get(0)
                .get("title")
                .asString())
        .isEqualTo("Spielplätze");
    assertThat(town.get(town.tenant.url("/catalog.ttl"), null).body())
        .contains("\"Spielplätze\"@de", "dl-zero-de/2.0", "municipalityKey/05170024", "spielplatz");

    Answer page = town.get(town.tenant.url("/datasets/" + id), null);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Am Jungbornpark",
            "1.240,50",
            "Datenlizenz Deutschland – Zero",
            "<svg class=\"chart\"");
    assertThat(town.get(town.tenant.url("/datasets"), null).body()).contains("Spielplätze");
    Answer table =
        town.get(
            town.tenant.url(
                "/datasets/"
                    + id
                    + "/files/"
                    + file
                    + "/table?sort=-Fl%C3%A4che&filter=Nr:contains:002"),
            null);
    assertThat(table.body())
        .contains("Waldsee", "aria-sort=\"descending\"")
        .doesNotContain("Kirchweg");
    Answer original =
        town.get(town.tenant.url("/datasets/" + id + "/files/" + file + "/original"), null);
    assertThat(original.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(v -> assertThat(v).startsWith("attachment"));
    assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(
            town.get(town.tenant.url("/datasets/" + id + "/files/" + file + "/csv"), null).body())
        .startsWith("Nr,Name,Stadtteil,Fläche,geprüft")
        .contains("0014,Am Jungbornpark,Mitte,1240.50,2026-02-03");
  }

  @Test
  void anotherTownsDatasetIsNotFound() throws Exception {
    var other = new CatalogTown(port, tenants, people, tokens);
    String id = town.draft("Schulen");
    assertThat(town.get(town.api("/datasets/" + id), town.officer).status()).isEqualTo(200);
    assertThat(town.get(other.api("/datasets/" + id), other.officer).status()).isEqualTo(404);
    assertThat(town.get(town.api("/datasets/" + id), other.officer).status()).isEqualTo(404);
    assertThat(town.get(town.api("/datasets/" + id), null).status()).isEqualTo(404);
    assertThat(
            town.upload(
                    other.api("/datasets/" + id + "/files"),
                    other.officer,
                    "a.csv",
                    bytes("a;b\n1;2\n"))
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tabelle.csv | %PDF-1.7 x | Das ist ein PDF, keine Tabelle. Bitte laden Sie die Tabelle als CSV hoch.",
        "leer.csv | '' | Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige ausgewählt haben.",
        "daten.csv | {\"a\": 1} | Das ist eine JSON-Datei. Hier lesen wir Tabellen als CSV.",
      })
  void badFilesAreRefusedWithASentence(String name, String content, String sentence)
      throws Exception {
    String id = town.draft("Daten");
    Answer answer =
        town.upload(town.api("/datasets/" + id + "/files"), town.officer, name, bytes(content));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").asString()).isEqualTo(sentence);
    assertThat(town.get(town.api("/datasets/" + id), town.officer).json().get("title").asString())
        .isEqualTo("Daten");
  }

  @Test
  void columnsOfOneNameAreToldApart() throws Exception {
    String id = town.draft("Doppelt");
    Answer answer =
        town.upload(
            town.api("/datasets/" + id + "/files"),
            town.officer,
            "d.csv",
            bytes("Ort;Ort;Zahl\nA;B;1\nC;D;2\n"));
    assertThat(answer.status()).isEqualTo(201);
    JsonNode reading = answer.json().get("reading");
    assertThat(
            reading.get("columns").values().stream().map(column -> column.get("name").asString()))
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(reading.get("warnings").toString()).contains("Zwei Spalten heißen „Ort“.");
  }

  @Test
  void tooLargeIsRefusedBeforeTheBodyIsRead() throws Exception {
    String id = town.draft("Groß");
    String path = town.api("/datasets/" + id + "/files");
    var endless =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> new Xs(300 * MEGABYTE)), 300 * MEGABYTE);
    Answer answer =
        town.send(
            town.request(path, town.officer)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(endless));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("detail").asString())
        .isEqualTo("Die Datei ist zu groß. Hier gehen Dateien bis 200 MB.");
    assertThat(town.upload(path, null, "a.csv", bytes("a;b\n1;2\n")).status()).isEqualTo(401);
  }

  @Test
  void aRepeatedUploadCountsOnce() throws Exception {
    String id = town.draft("Einmal");
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"e.csv\"\r\n\r\na;b\n1;2\n3;4\n\r\n--b--\r\n";
    String first = null;
    for (int i = 0; i < 2; i++) {
      Answer answer =
          town.send(
              town.request(town.api("/datasets/" + id + "/files"), town.officer)
                  .header("Content-Type", "multipart/form-data; boundary=b")
                  .header("Idempotency-Key", "k-" + id)
                  .POST(BodyPublishers.ofString(body)));
      String file = answer.json().get("id").asString();
      assertThat(first == null || first.equals(file)).isTrue();
      first = file;
    }
  }

  /** So many letters, made as they are read. */
  private static final class Xs extends InputStream {

    private long left;

    Xs(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(into, from, from + count, (byte) 'x');
      left -= count;
      return count;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
