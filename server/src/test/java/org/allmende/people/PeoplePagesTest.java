package org.allmende.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
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
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Caller browser;
  private Tenant town;
  private String email;
  private PersonId admin;

  @BeforeEach
  void prepare() {
    browser = Caller.at(port);
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
    admin = people.account(email, "Ada Muster", people.hashed("ein langes Passwort"));
    people.grant(admin, town.id(), Role.ADMIN, null);
  }

  @Test
  void aProgramsTokenOpensNoLogin() {
    String token = tokens.make(admin, "Auswertung");

    Answer known = browser.get(town.url("/api/v1/wishes"), token);

    assertThat(known.status()).isEqualTo(200);
    assertThat(known.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith(Logins.COOKIE));
    assertThat(
            sql.sql("select count(*) from people_login where person = ?")
                .param(admin.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void asksForALoginAndGoesWhereOneWantedToGo() throws Exception {
    Answer asked = get(town.url("/admin"));
    assertThat(asked.status()).isEqualTo(303);
    assertThat(asked.headers().firstValue("Location"))
        .contains("/login?next=%2F" + town.slug() + "%2Fadmin");

    Answer in = logIn("ein langes Passwort", Map.of("next", town.url("/admin")));
    assertThat(in.status()).isEqualTo(303);
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
    Answer late =
        post(town.url("/admin/departments"), Map.of("_csrf", csrf, "name", "Grünflächen & Umwelt"));
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.body())
        .contains("Ihre Anmeldung ist abgelaufen")
        .contains("Grünflächen &amp; Umwelt");

    Answer resumed =
        logIn(
            "ein langes Passwort",
            Map.of("kept_to", town.url("/admin/departments"), "kept.name", "Grünflächen & Umwelt"));
    assertThat(resumed.status()).isEqualTo(200);
    assertThat(resumed.body())
        .contains("Ihr Text ist noch da")
        .contains("action=\"" + town.url("/admin/departments") + "\"")
        .contains("Grünflächen &amp; Umwelt");

    Answer sent =
        post(
            town.url("/admin/departments"),
            Map.of("_csrf", csrf(resumed), "name", "\nGrünflächen & Umwelt"));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(tenants.departments(town.id()))
        .extracting("name")
        .containsExactly("Grünflächen & Umwelt");
  }

  @Test
  void keepsTheTextWhenTheFormWasOpenForTooLong() throws Exception {
    logIn("ein langes Passwort", Map.of());
    Answer stale =
        post(town.url("/admin/departments"), Map.of("_csrf", "stale", "name", "Fachbereich 6"));
    assertThat(stale.status()).isEqualTo(403);
    assertThat(stale.body()).contains("Ihr Text ist noch da").contains("Fachbereich 6");
    assertThat(tenants.departments(town.id())).isEmpty();
  }

  @Test
  void locksAnAddressAfterTenFailures() throws Exception {
    for (int i = 0; i < 10; i++) {
      Answer wrong = logIn("falsch", Map.of());
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.body()).contains("Adresse und Passwort passen nicht zusammen.");
    }
    Answer locked = logIn("ein langes Passwort", Map.of());
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.body()).contains("Zu viele Versuche");
  }

  @Test
  void aRoleTakenAwayActsWithTheNextClick() throws Exception {
    logIn("ein langes Passwort", Map.of());
    assertThat(get(town.url("/admin")).status()).isEqualTo(200);
    people.revoke(admin, town.id(), Role.ADMIN);
    assertThat(get(town.url("/admin")).status()).isEqualTo(403);
  }

  @Test
  void refusesWhatAnotherSiteSends() throws Exception {
    HttpRequest.Builder foreign =
        browser
            .request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://example.com")
            .POST(BodyPublishers.ofString("_csrf=" + csrf(get("/login"))));
    assertThat(browser.send(foreign).status()).isEqualTo(403);
  }

  @Test
  void staffComesByInvitation() throws Exception {
    logIn("ein langes Passwort", Map.of());
    String invited = Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
    Answer sent =
        post(
            town.url("/admin/invitations"),
            Map.of("_csrf", csrf(get(town.url("/admin"))), "email", invited, "role.steward", "on"));
    assertThat(sent.status()).isEqualTo(303);

    String link = linkIn(mails.to(invited).getFirst().text());
    Answer page = get(link);
    assertThat(page.body()).contains("Einladung: Musterstadt").contains("Datenstelle");
    Answer shortPassword =
        post(
            link + "/acceptance",
            Map.of("_csrf", csrf(page), "name", "Bo Beispiel", "password", "kurz"));
    assertThat(shortPassword.status()).isEqualTo(422);
    assertThat(shortPassword.body()).contains("mindestens 10 Zeichen").contains("Bo Beispiel");
    Answer accepted =
        post(
            link + "/acceptance",
            Map.of("_csrf", csrf(page), "name", "Bo Beispiel", "password", "lang genug für heute"));
    assertThat(accepted.status()).isEqualTo(303);
    PersonId person = people.accountOf(invited).orElseThrow();
    assertThat(people.viewer(person).orElseThrow().has(town.id(), Role.STEWARD)).isTrue();
    assertThat(get(link).status()).isEqualTo(410);
  }

  @Test
  void anAddressIsWrittenToOnlyAfterItsOwnerConfirmedIt() throws Exception {
    String citizen = Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
    PersonId person = addresses.addressed(citizen, Locale.GERMAN);
    assertThat(addresses.reachable(java.util.List.of(person))).isEmpty();
    assertThat(get(linkIn(mails.to(citizen).getFirst().text()) + "x").status()).isEqualTo(410);
    assertThat(get(linkIn(mails.to(citizen).getFirst().text())).status()).isEqualTo(200);
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
    Answer made =
        post(
            "/account/tokens",
            Map.of("_csrf", csrf(get("/account/tokens")), "name", "Nächtliche Lieferung"));
    assertThat(made.status()).isEqualTo(201);
    Matcher token = Pattern.compile("allmende-[\\w-]{43}").matcher(made.body());
    assertThat(token.find()).isTrue();
    assertThat(withToken(token.group())).isEqualTo(404);

    Answer list = get("/account/tokens");
    assertThat(list.body()).contains("Nächtliche Lieferung").doesNotContain(token.group());
    Matcher revocation =
        Pattern.compile("/account/tokens/[0-9a-f]+/revocation").matcher(list.body());
    assertThat(revocation.find()).isTrue();
    post(revocation.group(), Map.of("_csrf", csrf(list)));
    assertThat(withToken(token.group())).isEqualTo(401);
  }

  /** A steward is told that the wish does not exist, nobody else is told anything. */
  private int withToken(String token) throws Exception {
    return browser.get(town.url("/api/v1/wishes/0000000000000000/suggestions"), token).status();
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

  private Answer logIn(String password, Map<String, String> more) throws Exception {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("_csrf", csrf(get("/login")));
    fields.put("email", email);
    fields.put("password", password);
    return post("/login", fields);
  }

  private Answer get(String path) {
    return browser.get(path);
  }

  /** Sends the fields as they are; the forgery token is one of them. */
  private Answer post(String path, Map<String, String> fields) {
    Map<String, String> others = new HashMap<>(fields);
    String csrf = others.remove("_csrf");
    return browser.form(path, csrf, others);
  }

  private static String csrf(Answer page) {
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
