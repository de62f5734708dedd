package org.allmende.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.mail.MailBox;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgetting a password, choosing another, and changing it. */
@AllmendeTest
class PasswordsTest {

  private static final String OLD = "ein langes Passwort";
  private static final String NEW = "ein anderes langes Passwort";
  private static final String ASK = "/login/forgotten";
  private static final String CHANGE = "/account/password";
  private static final String SAID = "Gibt es zu dieser Adresse ein Konto, ist eine Mail";

  @Autowired People people;
  @Autowired PasswordLinks links;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private String email;
  private PersonId person;
  private Caller browser;
  private Caller elsewhere;

  @BeforeEach
  void prepare() {
    email = address();
    person = people.account(email, "Ada Muster", people.hashed(OLD));
    browser = Caller.at(port);
    elsewhere = Caller.at(port);
    assertThat(logIn(elsewhere, OLD)).isEqualTo(303);
  }

  private static String address() {
    return Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
  }

  @Test
  void whoeverForgotChoosesAnotherOnce() {
    String token = tokens.make(person, "Auswertung");
    assertThat(ask(" " + email.toUpperCase(Locale.ROOT)).status()).isEqualTo(303);
    String link = linkIn(mails.to(email).getFirst().text());
    assertThat(browser.get(link).body()).contains("Für das Konto " + email);

    Answer tooShort = browser.submit(link, link, Map.of("password", "kurz"));
    assertThat(tooShort.status()).isEqualTo(422);
    assertThat(tooShort.body()).contains("mindestens 10 Zeichen");
    assertThat(elsewhere.get("/account").status()).isEqualTo(200);

    String csrf = browser.csrf(link);
    Answer chosen = browser.form(link, csrf, Map.of("password", NEW));
    assertThat(chosen.status()).as(chosen.body()).isEqualTo(303);
    assertThat(browser.get("/account").body()).contains("Ada Muster", "Ihr neues Passwort gilt.");
    assertThat(elsewhere.get("/account").status()).as("logged out").isEqualTo(303);
    assertThat(tokens.viewer(token)).as("programs go on").isPresent();
    assertThat(logIn(Caller.at(port), OLD)).isEqualTo(401);
    assertThat(logIn(Caller.at(port), NEW)).isEqualTo(303);

    assertThat(browser.get(link).status()).isEqualTo(410);
    Answer again = browser.form(link, csrf, Map.of("password", "noch ein langes Passwort"));
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.body()).contains("Dieser Link ist benutzt, abgelaufen");
    assertThat(logIn(Caller.at(port), NEW)).isEqualTo(303);
    assertThat(audited("link")).isEqualTo(1);
    assertThat(audited("reset")).isEqualTo(1);
  }

  /** Whoever tried too often is not kept waiting after that. */
  @Test
  void choosingAnotherForgetsTheFailures() {
    for (int i = 0; i < 10; i++) {
      assertThat(logIn(browser, "falsch")).isEqualTo(401);
    }
    assertThat(logIn(browser, OLD)).isEqualTo(429);
    ask(email);
    String link = linkIn(mails.to(email).getFirst().text());
    assertThat(browser.submit(link, link, Map.of("password", NEW)).status()).isEqualTo(303);
    assertThat(logIn(Caller.at(port), NEW)).isEqualTo(303);
  }

  @Test
  void saysTheSameToEverybodyAndSendsOneMail() {
    String unknown = address();
    String moved = address();
    people.account(moved, "Kam mit einem Archiv", people.hashed(OLD));
    sql.sql("update people_account set password_hash = null where email = ?").param(moved).update();
    for (String given : new String[] {email, email, unknown, moved}) {
      Answer answer = ask(given);
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo("/login");
      assertThat(browser.get("/login").body()).contains(SAID);
    }
    assertThat(mails.to(email)).hasSize(1);
    assertThat(mails.to(unknown)).isEmpty();
    assertThat(mails.to(moved)).isEmpty();
    assertThat(ask("keine Adresse").status()).isEqualTo(422);
    assertThat(ask("").body()).contains("Schreiben Sie eine E-Mail-Adresse.");
  }

  @Test
  void isAskedOnlySoOften() {
    String csrf = browser.csrf(ASK);
    for (int i = 0; i < 30; i++) {
      assertThat(browser.form(ASK, csrf, Map.of("email", address())).status()).isEqualTo(303);
    }
    assertThat(browser.form(ASK, csrf, Map.of("email", email)).status()).isEqualTo(429);
    assertThat(mails.to(email)).isEmpty();
  }

  @Test
  void aLinkIsGoodForAnHourAndForOneAccount() {
    Instant now = Instant.now();
    assertThat(status(link(email, now.minus(Duration.ofMinutes(71))))).isEqualTo(410);
    String good = link(email, now.minus(Duration.ofMinutes(59)));
    assertThat(status(good)).isEqualTo(200);

    String other = address();
    PersonId stranger = people.account(other, "Bo Beispiel", people.hashed(OLD));
    String[] parts = good.substring(good.lastIndexOf('/') + 1).split("\\.");
    String later = String.valueOf(Long.parseLong(parts[1]) + 600);
    for (String wrong :
        new String[] {
          stranger + "." + parts[1] + "." + parts[2],
          parts[0] + "." + later + "." + parts[2],
          parts[0] + "." + parts[1] + "." + parts[2] + "x",
          parts[0] + ".x." + parts[2],
          parts[0] + "." + parts[1],
          parts[0],
          Ids.next() + "." + parts[1] + "." + parts[2]
        }) {
      assertThat(status("/login/password/" + wrong)).as(wrong).isEqualTo(410);
    }
    Answer sent =
        browser.form(
            "/login/password/" + parts[0] + "." + parts[1] + ".x",
            browser.csrf("/login"),
            Map.of("password", NEW));
    assertThat(sent.status()).isEqualTo(410);
    assertThat(logIn(browser, OLD)).isEqualTo(303);
  }

  @Test
  void changesAPasswordWithTheOldOne() {
    assertThat(logIn(browser, OLD)).isEqualTo(303);
    String link = link(email, Instant.now());
    Answer wrong = change("falsch und lang genug", NEW);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Das bisherige Passwort stimmt nicht.");
    assertThat(change(OLD, "kurz").body()).contains("mindestens 10 Zeichen");
    assertThat(change("", NEW).status()).isEqualTo(422);
    assertThat(elsewhere.get("/account").status()).isEqualTo(200);

    Answer changed = change(OLD, NEW);
    assertThat(changed.status()).as(changed.body()).isEqualTo(303);
    assertThat(browser.get("/account").body()).contains("Ada Muster");
    assertThat(elsewhere.get("/account").status()).as("logged out").isEqualTo(303);
    assertThat(status(link)).as("made for the old one").isEqualTo(410);
    assertThat(logIn(Caller.at(port), OLD)).isEqualTo(401);
    assertThat(logIn(Caller.at(port), NEW)).isEqualTo(303);
    assertThat(audited("change")).isEqualTo(1);
  }

  /** Nobody tries them all in a browser that was left open. */
  @Test
  void wrongOldOnesAreCounted() {
    assertThat(logIn(browser, OLD)).isEqualTo(303);
    for (int i = 0; i < 10; i++) {
      assertThat(change("falsch", NEW).status()).isEqualTo(422);
    }
    Answer locked = change(OLD, NEW);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.body()).contains("Zu viele Versuche");
  }

  @Test
  void showsNoPasswordWhenTheLoginRanOut() {
    Answer late =
        browser.form(CHANGE, browser.csrf("/login"), Map.of("oldPassword", OLD, "password", NEW));
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.body()).contains("Ihre Anmeldung ist abgelaufen").doesNotContain(OLD, NEW);
  }

  private Answer ask(String address) {
    return browser.submit(ASK, ASK, Map.of("email", address));
  }

  private Answer change(String old, String chosen) {
    return browser.submit(CHANGE, CHANGE, Map.of("oldPassword", old, "password", chosen));
  }

  private int logIn(Caller caller, String password) {
    return caller.submit("/login", "/login", Map.of("email", email, "password", password)).status();
  }

  private String link(String address, Instant at) {
    return linkIn(ShiftedClock.at(at, () -> links.make(address, Viewer.system()).orElseThrow()));
  }

  private int status(String link) {
    return browser.get(link).status();
  }

  private int audited(String action) {
    return sql.sql("select count(*) from base_audit where action = ? and ref = ?")
        .param("people.password." + action)
        .param("person:" + person)
        .query(Integer.class)
        .single();
  }

  private static String linkIn(String text) {
    Matcher link = Pattern.compile("https?://[^/\\s]+(/login/password/\\S+)").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }
}
