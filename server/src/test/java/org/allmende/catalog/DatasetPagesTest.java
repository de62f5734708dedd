package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same way by the pages, as plain forms. */
@AllmendeTest
class DatasetPagesTest {

  private static final String PASSWORD = "ein langes Passwort";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;
  private CatalogTown town;
  private HttpClient browser;

  @BeforeEach
  void logIn() throws Exception {
    town = new CatalogTown(port, tenants, people, tokens);
    String email = Ids.next() + "@musterstadt.example";
    PersonId person = people.account(email, "Steward", PASSWORD);
    people.grant(person, town.tenant.id(), Role.STEWARD, null);
    browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    post("/login", "/login", Map.of("email", email, "password", PASSWORD));
  }

  @Test
  void fromTheFileToTheGate() throws Exception {
    HttpResponse<String> begun =
        post(
            town.tenant.url("/datasets/new"),
            town.tenant.url("/datasets"),
            Map.of("title", "Einschulungen"));
    assertThat(begun.body()).contains("Welche Datei?");
    String files = begun.uri().getPath().replaceAll("/new$", "");

    HttpResponse<String> refused = upload(files, "%PDF-1.4");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Das ist ein PDF, keine Tabelle.");

    HttpResponse<String> read =
        upload(
            files,
            "Stadtteil;Anzahl;Tag\nMeerbeck;141;01.08.2026\nAsberg;3;31.02.2026\nEick;2;02.08.2026\nVinn;4;02.08.2026\nUtfort;88;03.08.2026\n");
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body())
        .contains(
            "So haben wir Ihre Datei gelesen",
            "Semikolon ;",
            "31.02.2026",
            "Diesen Tag gibt es nicht.",
            "Ohne die 1 Zeile weiter");

    HttpResponse<String> corrected =
        post(
            read.uri().getPath(),
            read.uri().getPath(),
            Map.of("columns.1.name", "Kinder", "columns.2.type", "text"));
    assertThat(corrected.body())
        .contains("Kinder", "Weiter zur Beschreibung")
        .doesNotContain("nicht gelesen");

    String dataset = files.replaceAll("/files$", "");
    HttpResponse<String> incomplete =
        post(
            dataset + "/edit",
            dataset + "/edit",
            Map.of("title", "Einschulungen", "submit", "yes"));
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.body()).contains("Wählen Sie eine Lizenz.", "Beschreiben Sie die Daten.");

    HttpResponse<String> gate =
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

    HttpResponse<String> unchecked =
        post(dataset + "/gate", dataset + "/publication", Map.of("checks.legal", "on"));
    assertThat(unchecked.statusCode()).isEqualTo(422);
    assertThat(unchecked.body()).contains("Bestätigen Sie, dass keine Personen erkennbar sind.");

    HttpResponse<String> published =
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
    assertThat(published.statusCode()).isEqualTo(200);
    assertThat(published.body()).contains("<h1>Einschulungen</h1>", "Meerbeck", "Veröffentlicht");
    assertThat(get(town.tenant.url("/datasets/desk")).body()).contains("Einschulungen");

    HttpResponse<String> gone =
        post(
            dataset + "/gate",
            dataset + "/withdrawal",
            Map.of("reason", "Die Zählung war falsch."));
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Zurückgezogen am", "Die Zählung war falsch.");
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

  private long statements(String path) throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var seen = new ListAppender<ILoggingEvent>();
    seen.start();
    logger.addAppender(seen);
    Level before = logger.getLevel();
    logger.setLevel(Level.DEBUG);
    try {
      assertThat(get(path).statusCode()).isEqualTo(200);
    } finally {
      logger.setLevel(before);
      logger.detachAppender(seen);
    }
    return seen.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.startsWith("Executing prepared SQL statement"))
        .filter(line -> line.contains("catalog_") || line.contains("tenant_"))
        .count();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  /** Sends the form of a page: its token, then the fields. */
  private HttpResponse<String> post(String page, String action, Map<String, String> fields)
      throws Exception {
    String body =
        fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
            + "&_csrf="
            + encoded(csrf(page));
    return send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> upload(String files, String content) throws Exception {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + csrf(files + "/new")
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"e.csv\"\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    return send(
        request(files)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body)));
  }

  private String csrf(String page) throws Exception {
    Matcher token = CSRF.matcher(get(page).body());
    assertThat(token.find()).as("a form on " + page).isTrue();
    return token.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
