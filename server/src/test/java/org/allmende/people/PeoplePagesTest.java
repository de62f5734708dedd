package org.allmende.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logging in, being invited, and what happens to a text when the login runs out. */
@AllmendeTest
class PeoplePagesTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private Tenant town;
  private String email;
  private PersonId admin;

  @BeforeEach
  void prepare() {
    String slug = "town-" + Ids.next().toLowerCase(Locale.ROOT);
    town =
        tenants.create(
            new Tenant(
                new TenantId(slug),
                "Musterstadt",
                Tenant.Kind.MUNICIPALITY,
                "#1b5e57",
                null,
                null,
                null),
            Viewer.system());
    email = Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
    admin = people.account(email, "Ada Muster", "ein langes Passwort");
    people.grant(admin, town.id(), Role.ADMIN, null);
  }

  @Test
  void asksForALoginAndGoesWhereOneWantedToGo() throws Exception {
    HttpResponse<String> asked = get(town.url("/admin"));
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(asked.headers().firstValue("Location"))
        .contains("/login?next=%2F" + town.slug() + "%2Fadmin");

    HttpResponse<String> in = logIn("ein langes Passwort", Map.of("next", town.url("/admin")));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains(town.url("/admin"));
    assertThat(get(town.url("/admin")).body()).contains("Ada Muster");
  }

  @Test
  void neverLeadsToAnotherSite() throws Exception {
    assertThat(
            logIn("ein langes Passwort", Map.of("next", "https://example.com/"))
                .headers()
                .firstValue("Location"))
        .contains("/account/start");
  }

  @Test
  void keepsTheTextOfAFormWhenTheLoginRanOut() throws Exception {
    String csrf = csrf(get("/login"));
    HttpResponse<String> late =
        post(town.url("/admin/departments"), Map.of("_csrf", csrf, "name", "Grünflächen & Umwelt"));
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body())
        .contains("Ihre Anmeldung ist abgelaufen")
        .contains("Grünflächen &amp; Umwelt");

    HttpResponse<String> resumed =
        logIn(
            "ein langes Passwort",
            Map.of("kept_to", town.url("/admin/departments"), "kept.name", "Grünflächen & Umwelt"));
    assertThat(resumed.statusCode()).isEqualTo(200);
    assertThat(resumed.body())
        .contains("Ihr Text ist noch da")
        .contains("action=\"" + town.url("/admin/departments") + "\"")
        .contains("Grünflächen &amp; Umwelt");

    HttpResponse<String> sent =
        post(
            town.url("/admin/departments"),
            Map.of("_csrf", csrf(resumed), "name", "\nGrünflächen & Umwelt"));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(tenants.departments(town.id()))
        .extracting("name")
        .containsExactly("Grünflächen & Umwelt");
  }

  @Test
  void keepsTheTextWhenTheFormWasOpenForTooLong() throws Exception {
    logIn("ein langes Passwort", Map.of());
    HttpResponse<String> stale =
        post(town.url("/admin/departments"), Map.of("_csrf", "stale", "name", "Fachbereich 6"));
    assertThat(stale.statusCode()).isEqualTo(403);
    assertThat(stale.body()).contains("Ihr Text ist noch da").contains("Fachbereich 6");
    assertThat(tenants.departments(town.id())).isEmpty();
  }

  @Test
  void locksAnAddressAfterTenFailures() throws Exception {
    for (int i = 0; i < 10; i++) {
      HttpResponse<String> wrong = logIn("falsch", Map.of());
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body()).contains("Adresse und Passwort passen nicht zusammen.");
    }
    HttpResponse<String> locked = logIn("ein langes Passwort", Map.of());
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.body()).contains("Zu viele Versuche");
  }

  @Test
  void aRoleTakenAwayActsWithTheNextClick() throws Exception {
    logIn("ein langes Passwort", Map.of());
    assertThat(get(town.url("/admin")).statusCode()).isEqualTo(200);
    people.revoke(admin, town.id(), Role.ADMIN);
    assertThat(get(town.url("/admin")).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesWhatAnotherSiteSends() throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(uri("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://example.com")
            .POST(BodyPublishers.ofString("_csrf=" + csrf(get("/login"))))
            .build();
    assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void staffComesByInvitation() throws Exception {
    logIn("ein langes Passwort", Map.of());
    String invited = Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
    HttpResponse<String> sent =
        post(
            town.url("/admin/invitations"),
            Map.of("_csrf", csrf(get(town.url("/admin"))), "email", invited, "role.steward", "on"));
    assertThat(sent.statusCode()).isEqualTo(303);

    String link = linkIn(mails.to(invited).getFirst().text());
    HttpResponse<String> page = get(link);
    assertThat(page.body()).contains("Einladung: Musterstadt").contains("Datenstelle");
    HttpResponse<String> shortPassword =
        post(
            link + "/acceptance",
            Map.of("_csrf", csrf(page), "name", "Bo Beispiel", "password", "kurz"));
    assertThat(shortPassword.statusCode()).isEqualTo(422);
    assertThat(shortPassword.body()).contains("mindestens 10 Zeichen").contains("Bo Beispiel");
    HttpResponse<String> accepted =
        post(
            link + "/acceptance",
            Map.of("_csrf", csrf(page), "name", "Bo Beispiel", "password", "lang genug für heute"));
    assertThat(accepted.statusCode()).isEqualTo(303);
    PersonId person = people.accountOf(invited).orElseThrow();
    assertThat(people.viewer(person).orElseThrow().has(town.id(), Role.STEWARD)).isTrue();
    assertThat(get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void anAddressIsWrittenToOnlyAfterItsOwnerConfirmedIt() throws Exception {
    String citizen = Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
    PersonId person = addresses.addressed(citizen, Locale.GERMAN);
    assertThat(addresses.reachable(java.util.List.of(person))).isEmpty();
    assertThat(get(linkIn(mails.to(citizen).getFirst().text()) + "x").statusCode()).isEqualTo(410);
    assertThat(get(linkIn(mails.to(citizen).getFirst().text())).statusCode()).isEqualTo(200);
    assertThat(addresses.reachable(java.util.List.of(person)).values())
        .extracting(Reachable::email)
        .containsExactly(citizen);
    addresses.addressed(citizen, Locale.GERMAN);
    assertThat(mails.to(citizen)).hasSize(1);
  }

  @Test
  void aTokenIsShownOnceAndEndsWithTheNextCall() throws Exception {
    people.grant(admin, town.id(), Role.STEWARD, null);
    logIn("ein langes Passwort", Map.of());
    HttpResponse<String> made =
        post(
            "/account/tokens",
            Map.of("_csrf", csrf(get("/account/tokens")), "name", "Nächtliche Lieferung"));
    assertThat(made.statusCode()).isEqualTo(201);
    Matcher token = Pattern.compile("allmende-[\\w-]{43}").matcher(made.body());
    assertThat(token.find()).isTrue();
    assertThat(withToken(token.group())).isEqualTo(404);

    HttpResponse<String> list = get("/account/tokens");
    assertThat(list.body()).contains("Nächtliche Lieferung").doesNotContain(token.group());
    Matcher revocation =
        Pattern.compile("/account/tokens/[0-9a-f]+/revocation").matcher(list.body());
    assertThat(revocation.find()).isTrue();
    post(revocation.group(), Map.of("_csrf", csrf(list)));
    assertThat(withToken(token.group())).isEqualTo(401);
  }

  /** A steward is told that the wish does not exist, nobody else is told anything. */
  private int withToken(String token) throws Exception {
    return http.send(
            HttpRequest.newBuilder(uri(town.url("/api/v1/wishes/0000000000000000/suggestions")))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void keepsNoTokenInTheDatabase() throws Exception {
    logIn("ein langes Passwort", Map.of());
    assertThat(
            sql.sql("select hash from people_login where person = ?")
                .param(admin.value())
                .query(String.class)
                .list())
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  private HttpResponse<String> logIn(String password, Map<String, String> more) throws Exception {
    Map<String, String> fields = new java.util.HashMap<>(more);
    fields.put("_csrf", csrf(get("/login")));
    fields.put("email", email);
    fields.put("password", password);
    return post("/login", fields);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String csrf(HttpResponse<String> page) {
    Matcher matcher = CSRF.matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  private static String linkIn(String mail) {
    Matcher link = Pattern.compile("https?://[^/\\s]+(/\\S+)").matcher(mail);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
