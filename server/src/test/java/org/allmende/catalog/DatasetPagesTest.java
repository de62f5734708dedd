package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same way by the pages, as plain forms. */
@AllmendeTest
class DatasetPagesTest {

  private static final String PASSWORD = "ein langes Passwort";

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;
  private CatalogTown town;
  private Caller browser;

  /** Where the last form led. */
  private String here = "";

  @BeforeEach
  void logIn() throws Exception {
    town = new CatalogTown(port, tenants, people, tokens);
    String email = Ids.next() + "@musterstadt.example";
    PersonId person = people.account(email, "Steward", people.hashed(PASSWORD));
    people.grant(person, town.tenant.id(), Role.STEWARD, null);
    browser = Caller.at(port);
    post("/login", "/login", Map.of("email", email, "password", PASSWORD));
  }

  @Test
  void fromTheFileToTheGate() throws Exception {
    Answer begun =
        post(
            town.tenant.url("/datasets/new"),
            town.tenant.url("/datasets"),
            Map.of("title", "Einschulungen"));
    assertThat(begun.body()).contains("Welche Datei?");
    String files = here.replaceAll("/new$", "");

    Answer refused = upload(files, "%PDF-1.4");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Das ist ein PDF, keine Tabelle.");

    Answer read =
        upload(
            files,
            "Stadtteil;Anzahl;Tag\nMeerbeck;141;01.08.2026\nAsberg;3;31.02.2026\nEick;2;02.08.2026\nVinn;4;02.08.2026\nUtfort;88;03.08.2026\n");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body())
        .contains(
            "So haben wir Ihre Datei gelesen",
            "Semikolon ;",
            "31.02.2026",
            "Diesen Tag gibt es nicht.",
            "Ohne die 1 Zeile weiter");

    Answer corrected =
        post(here, here, Map.of("columns.1.name", "Kinder", "columns.2.type", "text"));
    assertThat(corrected.body())
        .contains("Kinder", "Weiter zur Beschreibung")
        .doesNotContain("nicht gelesen");

    String dataset = files.replaceAll("/files$", "");
    Answer incomplete =
        post(
            dataset + "/edit",
            dataset + "/edit",
            Map.of("title", "Einschulungen", "submit", "yes"));
    assertThat(incomplete.status()).isEqualTo(422);
    assertThat(incomplete.body()).contains("Wählen Sie eine Lizenz.", "Beschreiben Sie die Daten.");

    Answer gate =
        post(
            dataset + "/edit",
            dataset + "/edit",
            Map.of(
                "title", "Einschulungen",
                "description", "Kinder je Stadtteil.",
                "department", town.department.id(),
                "license", "dl-zero-de/2.0",
                "contact.function", "Datenstelle",
                "contact.email", "daten@musterstadt.example",
                "submit", "yes"));
    assertThat(gate.body())
        .contains("Vor der Veröffentlichung", "In „Kinder“ stehen 3 kleine Anzahlen");

    Answer unchecked =
        post(dataset + "/gate", dataset + "/publication", Map.of("checks.legal", "on"));
    assertThat(unchecked.status()).isEqualTo(422);
    assertThat(unchecked.body()).contains("Bestätigen Sie, dass keine Personen erkennbar sind.");

    Answer published =
        post(
            dataset + "/gate",
            dataset + "/publication",
            Map.of(
                "checks.legal",
                "on",
                "checks.personalData",
                "on",
                "checks.license",
                "on",
                "checks.contact",
                "on"));
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.body()).contains("<h1>Einschulungen</h1>", "Meerbeck", "Veröffentlicht");
    assertThat(get(town.tenant.url("/datasets/desk")).body()).contains("Einschulungen");

    Answer gone =
        post(
            dataset + "/gate",
            dataset + "/withdrawal",
            Map.of("reason", "Die Zählung war falsch."));
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.body()).contains("Zurückgezogen am", "Die Zählung war falsch.");
  }

  @Test
  void aNewVersionThatCameMeanwhileIsNotMadePublic() throws Exception {
    String id = town.draft("Bänke");
    String files = town.api("/datasets/" + id + "/files");
    String versions =
        files + "/" + town.upload(files, town.officer, "b.csv", places("Alte")).text("id");
    String dataset = town.tenant.url("/datasets/" + id);
    Map<String, String> yes =
        Map.of(
            "checks.legal",
            "on",
            "checks.personalData",
            "on",
            "checks.license",
            "on",
            "checks.contact",
            "on");
    assertThat(browser.submit(dataset + "/gate", dataset + "/publication", yes).status())
        .isEqualTo(303);
    town.upload(versions + "/versions", town.officer, "b.csv", places("Neue"));
    Matcher seen =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(get(dataset + "/gate").body());
    assertThat(seen.find()).isTrue();
    Map<String, String> decided = new HashMap<>(yes);
    decided.put("version", seen.group(1));
    town.upload(versions + "/versions", town.officer, "b.csv", places("Geheime"));

    Answer late = browser.submit(dataset + "/gate", dataset + "/publication", decided);

    assertThat(late.status()).as(late.body()).isEqualTo(409);
    assertThat(get(dataset).body()).contains("Alte Allee").doesNotContain("Geheime");
  }

  private static byte[] places(String name) {
    return "Nr;Ort\n0014;%s Allee\n0015;%s Gasse\n"
        .formatted(name, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aLongListAsksTheDatabaseAsOftenAsAShortOne() throws Exception {
    insertPublished(1);
    get(town.tenant.url("/datasets"));
    long one = statements(town.tenant.url("/datasets?one"));
    insertPublished(49);
    long fifty = statements(town.tenant.url("/datasets?fifty"));
    assertThat(fifty).isEqualTo(one);
    assertThat(get(town.tenant.url("/datasets?page=3")).body()).contains("Datensatz");
  }

  private void insertPublished(int count) {
    for (int i = 0; i < count; i++) {
      sql.sql(
              """
              insert into catalog_dataset (id, tenant, title, description, department, state, state_at, created_at,
                changed_at, published_at)
              values (?, ?, ?, '', ?, 'published', now(), now(), now(), now())
              """)
          .param(Ids.next())
          .param(town.tenant.slug())
          .param("Datensatz " + i)
          .param(town.department.id())
          .update();
    }
  }

  private long statements(String path) {
    return Statements.during(() -> assertThat(get(path).status()).isEqualTo(200)).stream()
        .filter(statement -> statement.contains("catalog_") || statement.contains("tenant_"))
        .count();
  }

  private Answer get(String path) {
    return browser.get(path);
  }

  /** Sends the form of a page and goes where that leads. */
  private Answer post(String page, String action, Map<String, String> fields) {
    return arrived(browser.submit(page, action, fields));
  }

  private Answer upload(String files, String content) {
    String action = files + "?_csrf=" + browser.csrf(files + "/new");
    return arrived(browser.upload(action, "e.csv", content.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer arrived(Answer sent) {
    here = sent.header("Location");
    return sent.status() == 303 ? browser.get(here) : sent;
  }
}
