package org.allmende.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Form;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reporting a text without an account, deciding about it, objecting, and what everybody may know.
 */
@AllmendeTest
class ModerationTest {

  private static final String SENTENCE = ", Regel: Beleidigung, Drohung oder Hetze";

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private final String word = "schimpf" + Ids.next().toLowerCase(Locale.ROOT);
  private Tenant town;
  private Caller citizen;
  private Caller steward;

  @BeforeEach
  void found() {
    town = founded();
    var person = people.account(address(), "Frau Steward", people.hashed(Ids.next()));
    people.grant(person, town.id(), Role.STEWARD, null);
    String token = Ids.next() + Ids.next();
    tokens.keep(person, token, "test");
    steward = Caller.at(port).with(token);
    citizen = Caller.at(port);
  }

  private Tenant founded() {
    return tenants.create(
        new Tenant(
            new TenantId("ruhe-" + Ids.next().toLowerCase(Locale.ROOT)),
            "Ruhestadt",
            Tenant.Kind.MUNICIPALITY,
            "#1b5e57",
            null,
            null,
            null),
        Viewer.system());
  }

  private static String address() {
    return "ruhe-" + Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
  }

  private String api(String path) {
    return town.url("/api/v1" + path);
  }

  /** A listed wish of somebody who confirmed the address. */
  private String wish(String need, String contact) {
    addresses.confirmed(contact, Locale.GERMAN);
    String id =
        citizen
            .post(
                api("/wishes"), "{\"need\": \"%s\", \"contact\": \"%s\"}".formatted(need, contact))
            .text("id");
    assertThat(steward.post(api("/wishes/" + id + "/listing"), "{}").status()).isEqualTo(201);
    return id;
  }

  private void report(String about, String contact) {
    Answer reported =
        Caller.at(port)
            .submit(
                town.url("/reports/new?about=" + about),
                town.url("/reports"),
                Map.of(
                    "about",
                    about,
                    "rule",
                    "insult",
                    "words",
                    "Das ist gemein.",
                    "contact",
                    contact));
    assertThat(reported.status()).as(reported.body()).isEqualTo(303);
  }

  private Answer decide(String about, String outcome, String reason) {
    return steward.post(
        api("/texts/" + about + "/decisions"),
        "{\"outcome\": \"%s\", \"rule\": \"insult\", \"reason\": \"%s\"}"
            .formatted(outcome, reason));
  }

  private String mail(String address, String subject) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                mails.to(address).stream()
                    .filter(letter -> letter.subject().equals(subject))
                    .map(MailBox.Letter::text)
                    .findFirst()
                    .orElse(""),
            text -> !text.isEmpty());
  }

  @Test
  void hiddenTextIsNowhereAndItsThreadStays() {
    String author = address();
    String id = wish("Welcher " + word + " misst das?\\nDer " + word + " soll weg.", author);
    String page = town.url("/wishes/" + id);
    assertThat(citizen.get(page).body()).contains(word, "Diesen Text melden");

    promise(id);
    String reporter = address();
    addresses.confirmed(reporter, Locale.GERMAN);
    report("wish:" + id, reporter);
    assertThat(mail(reporter, "Ihre Meldung ist angekommen")).contains("Ruhestadt prüft den Text");
    assertThat(steward.get(api("/texts")).body()).contains(word, "Das ist gemein.");

    Answer hidden = decide("wish:" + id, "hidden", "Es trifft eine Person.");
    assertThat(hidden.status()).as(hidden.body()).isEqualTo(200);
    assertThat(decide("wish:" + id, "hidden", "Noch einmal.").status()).isEqualTo(409);

    assertThat(citizen.get(page).body()).contains(SENTENCE, "Wunsch").doesNotContain(word);
    assertThat(citizen.get(town.url("/wishes")).body()).contains(SENTENCE).doesNotContain(word);
    assertThat(citizen.get(api("/wishes/" + id)).body()).contains(SENTENCE).doesNotContain(word);
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    assertThat(rowsWith(word)).containsOnlyKeys("comment_hidden");
    assertThat(steward.get(api("/texts")).json().get("items")).hasSize(1);
    assertThat(atTheDesk("wish:" + id)).contains(word);

    for (String concerned :
        new String[] {
          mail(reporter, "Über Ihre Meldung ist entschieden"),
          mail(author, "Ihr Text ist ausgeblendet")
        }) {
      assertThat(concerned)
          .contains("Es trifft eine Person.", "Beleidigung", "sechs Monaten", "rule=objection");
    }
  }

  /** What the steward reads who decides again; the desk is a page and wants a login. */
  private String atTheDesk(String about) {
    return desk(town).get(town.url("/desk/texts/" + about)).body();
  }

  /** The browser of a steward of the town. */
  private Caller desk(Tenant of) {
    String email = address();
    String password = Ids.next();
    people.grant(
        people.account(email, "Frau Steward", people.hashed(password)),
        of.id(),
        Role.STEWARD,
        null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", email, "password", password));
    return browser;
  }

  /** What is promised for a wish carries its name. */
  private void promise(String wish) {
    Answer promised =
        steward.post(
            api("/wishes/" + wish + "/commitments"),
            "{\"department\": \"%s\", \"owner\": \"Sachgebiet\", \"dueOn\": \"2099-01-01\"}"
                .formatted(
                    tenants.addDepartment(town.id(), "Fachbereich 1", Viewer.system()).id()));
    assertThat(promised.status()).as(promised.body()).isEqualTo(201);
  }

  /** In which tables of the program the word stands, but for what people were told already. */
  private Map<String, Long> rowsWith(String needle) {
    Map<String, Long> rows = new java.util.TreeMap<>();
    sql.sql(
            """
            select table_name from information_schema.tables where table_schema = 'public'
              and table_type = 'BASE TABLE' and table_name not in ('notify_notice', 'base_mail')
            """)
        .query(String.class)
        .list()
        .forEach(table -> {
          long found =
              sql.sql("select count(*) from " + table + " t where t::text ilike ?")
                  .param("%" + needle + "%")
                  .query(Long.class)
                  .single();
          if (found > 0) {
            rows.put(table, found);
          }
        });
    return rows;
  }

  @Test
  void objectionBringsTheWordsBack() {
    String author = address();
    String id = wish("Was kostet der " + word + "?", author);
    assertThat(decide("wish:" + id, "hidden", "Werbung für eine Firma.").status()).isEqualTo(200);
    Matcher link =
        Pattern.compile("/\\S+/reports/new\\?about=\\S+")
            .matcher(mail(author, "Ihr Text ist ausgeblendet"));
    assertThat(link.find()).isTrue();
    String form = link.group().replaceFirst("^.*?(/ruhe-)", "$1");
    assertThat(citizen.get(form).body()).contains("Widerspruch gegen die Entscheidung");

    Answer objected =
        citizen.submit(
            form,
            town.url("/reports"),
            Map.of(
                "about",
                "wish:" + id,
                "rule",
                "objection",
                "words",
                "Das ist ein Straßenname.",
                "contact",
                author));
    assertThat(objected.status()).isEqualTo(303);
    assertThat(steward.get(api("/texts")).body()).contains("objection", "Das ist ein Straßenname.");
    assertThat(decide("wish:" + id, "restored", "Ein Straßenname.").status()).isEqualTo(200);

    assertThat(citizen.get(town.url("/wishes/" + id)).body())
        .contains(word)
        .doesNotContain("Ausgeblendet am");
    assertThat(mail(author, "Ihr Text ist wieder eingeblendet")).contains("Ein Straßenname.");
    assertThat(mails.to(author))
        .extracting(MailBox.Letter::subject)
        .doesNotContain("Über Ihren Widerspruch ist entschieden");
    assertThat(citizen.get(api("/moderation")).body())
        .contains("\"kind\":\"wish\"", "restored", "hidden", "insult")
        .doesNotContain(word, "Straßenname", id, "Steward");
    assertThat(citizen.get(town.url("/legal/moderation")).body())
        .contains("Wieder eingeblendet", "Ausgeblendet")
        .doesNotContain(word, "Straßenname", "Steward");
    assertThat(citizen.get(town.url("/legal/rules")).body())
        .contains("Protokoll der Moderation", "Personenbezogene Angaben");
  }

  /** The words neither stay in an answer nor come back with another one. */
  @Test
  void answersOfAHiddenWishAreHiddenAndNotWrittenAnew() {
    Answer stated = citizen.post(api("/wishes"), "{\"need\": \"Welche Messstelle ist gemeint?\"}");
    String id = stated.text("id");
    String own = stated.text("privateUrl").replaceFirst("^.*?(/ruhe-)", "$1");
    String page = town.url("/wishes/" + id);
    assertThat(steward.post(api("/wishes/" + id + "/listing"), "{}").status()).isEqualTo(201);
    Answer unasked = answer(own, "Der " + word + " wieder.", Ids.next());
    assertThat(unasked.status()).isEqualTo(409);
    assertThat(unasked.body()).contains("Auf Ihre Antwort wartet gerade keine Frage.");

    ask(id, "Welche genau?");
    String key = Ids.next();
    assertThat(answer(own, "Die vom " + word + ".", key).status()).isEqualTo(303);
    assertThat(answer(own, "Die vom " + word + ".", key).status()).isEqualTo(303);
    assertThat(answer(own, "Noch einmal.", Ids.next()).status()).isEqualTo(409);
    assertThat(citizen.get(page).body()).containsOnlyOnce("Die vom " + word);
    ask(id, "Und wo?");

    assertThat(decide("wish:" + id, "hidden", "Es trifft eine Person.").status()).isEqualTo(200);
    Answer anew = answer(own, "Der " + word + " bleibt.", Ids.next());
    assertThat(anew.status()).isEqualTo(409);
    assertThat(anew.body()).contains("Ihr Wunsch ist ausgeblendet.");
    assertThat(citizen.get(page).body()).contains("Und wo?").doesNotContain(word);
    assertThat(citizen.get(api("/wishes/" + id + "/thread")).body()).doesNotContain(word);
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    assertThat(rowsWith(word)).containsOnlyKeys("comment_hidden");

    assertThat(decide("wish:" + id, "restored", "Ein Straßenname.").status()).isEqualTo(200);
    assertThat(answer(own, "Am Markt.", Ids.next()).status()).isEqualTo(303);
    assertThat(citizen.get(page).body()).contains("Die vom " + word, "Am Markt.");
  }

  private void ask(String wish, String question) {
    String there = town.url("/desk/wishes/" + wish);
    Answer asked = desk(town).submit(there, there + "/questions", Map.of("question", question));
    assertThat(asked.status()).as(asked.body()).isEqualTo(303);
  }

  private Answer answer(String own, String words, String submission) {
    return citizen.submit(
        own, own + "/answers", Map.of("answer", words, Form.SUBMISSION, submission));
  }

  @Test
  void hiddenPotentialIsNotWrittenAnew() {
    Answer offered =
        steward.post(
            api("/potentials"),
            "{\"title\": \"%1$s\", \"rhythm\": \"%1$s\", \"license\": \"%1$s\"}".formatted(word));
    String id = offered.text("id");
    Caller browser = desk(town);
    String page = town.url("/potentials/" + id);
    assertThat(decide("potential:" + id, "hidden", "Es trifft eine Person.").status())
        .isEqualTo(200);
    assertThat(citizen.get(page).body()).contains(SENTENCE).doesNotContain(word);
    Answer changed =
        browser.submit(page + "/edit", page + "/offer", Map.of("title", "Anderes", "version", "2"));
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.body()).contains("Blenden Sie ihn zuerst wieder ein.");
    assertThat(decide("potential:" + id, "restored", "Doch nicht.").status()).isEqualTo(200);
    assertThat(citizen.get(page).body()).contains(word);
  }

  @Test
  void townThatTakesAWishOverDecidesAboutIt() {
    String id = wish("Wem gehört der " + word + "?", address());
    assertThat(decide("wish:" + id, "hidden", "Es trifft eine Person.").status()).isEqualTo(200);
    String reporter = address();
    addresses.confirmed(reporter, Locale.GERMAN);
    report("wish:" + id, reporter);
    Tenant other = founded();
    String here = town.url("/desk/wishes/" + id);
    assertThat(desk(town).submit(here, here + "/forwardings", Map.of("to", other.slug())).status())
        .isEqualTo(303);
    Caller neighbour = desk(other);
    String there = other.url("/desk/wishes/" + id);
    assertThat(neighbour.submit(there, there + "/takeovers", Map.of()).status()).isEqualTo(303);

    assertThat(steward.get(api("/texts")).json().get("items")).isEmpty();
    String text = other.url("/desk/texts/wish:" + id);
    assertThat(neighbour.get(text).body()).contains("Das ist gemein.", word);
    Answer restored =
        neighbour.submit(
            text,
            text + "/decisions",
            Map.of("outcome", "restored", "rule", "insult", "reason", "Ein Straßenname."));
    assertThat(restored.status()).as(restored.body()).isEqualTo(303);
    assertThat(citizen.get(other.url("/wishes/" + id)).body()).contains(word);
    assertThat(mail(reporter, "Über Ihren Widerspruch ist entschieden"))
        .contains("Ein Straßenname.");
  }

  /** What is said below a wish is for the town that answers it. */
  @Test
  void commentsGoWithTheWishToTheTownThatTakesItOver() {
    String id = wish("Wer sitzt auf dem " + word + "?", address());
    String said =
        steward
            .post(
                api("/comments"),
                "{\"about\": \"wish:%s\", \"words\": \"Nur %s.\"}".formatted(id, word))
            .text("id");
    String about = "comment:" + said;
    report(about, "");
    assertThat(steward.get(api("/texts")).json().get("items")).hasSize(1);
    Tenant other = founded();
    Caller before = desk(town);
    Caller after = desk(other);
    String here = town.url("/desk/wishes/" + id);
    before.submit(here, here + "/forwardings", Map.of("to", other.slug()));
    String there = other.url("/desk/wishes/" + id);
    assertThat(after.submit(there, there + "/takeovers", Map.of()).status()).isEqualTo(303);

    assertThat(before.get(town.url("/desk/texts/" + about)).status()).isEqualTo(404);
    assertThat(steward.get(api("/texts")).json().get("items")).isEmpty();
    assertThat(decide(about, "hidden", "Nicht mehr unseres.").status()).isEqualTo(404);
    String text = other.url("/desk/texts/" + about);
    assertThat(after.get(text).body()).contains("Das ist gemein.", word);
    Answer hidden =
        after.submit(
            text,
            text + "/decisions",
            Map.of("outcome", "hidden", "rule", "insult", "reason", "Gemein."));
    assertThat(hidden.status()).as(hidden.body()).isEqualTo(303);
    assertThat(citizen.get(other.url("/wishes/" + id)).body())
        .contains(SENTENCE)
        .doesNotContain("Nur " + word);
    assertThat(before.get(town.url("/desk/texts/" + about)).status()).isEqualTo(404);
  }

  /** However many there are, they take no place of one that can be decided. */
  @Test
  void reportsOfTextsThatAreGoneWaitForNobody() {
    sql.sql(
            """
            insert into comment_report (id, tenant, about, rule, words, at)
            select :id || n, :town, 'comment:weg' || n, 'other', 'Das ist gemein.', now()
            from generate_series(1, 250) n
            """)
        .param("id", Ids.next())
        .param("town", town.slug())
        .update();
    assertThat(steward.get(api("/texts")).json().get("items")).isEmpty();
    reportAnew();
    assertThat(steward.get(api("/texts")).json().get("items")).hasSize(1);
  }

  @Test
  void wrongReportsComeBackWithASentence() {
    String id = wish("Wo gibt es Ruhebänke?", address());
    Answer empty =
        citizen.submit(
            town.url("/reports/new?about=wish:" + id),
            town.url("/reports"),
            Map.of("about", "wish:" + id));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Wählen Sie eine Regel.", "Schreiben Sie in einem Satz");
    for (String about : new String[] {"", "wish", "wish:", ":x", "wish:nix", "note:nix"}) {
      assertThat(citizen.get(town.url("/reports/new?about=" + about)).status()).isEqualTo(404);
    }
    assertThat(citizen.get(town.url("/reports/new?about=wish:%00")).status()).isEqualTo(400);
    assertThat(decide("wish:" + id, "restored", "Warum?").status()).isEqualTo(409);
    assertThat(decide("wish:" + id, "weg", "Warum?").status()).isEqualTo(422);
  }

  @Test
  void longQueueNeedsNoMoreStatementsThanAShortOne() {
    reportAnew();
    long one = statements();
    for (int i = 0; i < 24; i++) {
      reportAnew();
    }
    assertThat(statements()).isEqualTo(one);
  }

  private void reportAnew() {
    String about = "wish:" + wish("Wo ist es leise?", address());
    var report = "{\"about\": \"%s\", \"rule\": \"other\", \"words\": \"So nicht.\"}";
    assertThat(steward.post(api("/reports"), report.formatted(about)).status()).isEqualTo(201);
  }

  private long statements() {
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    return Statements.during(() -> steward.get(api("/texts"))).stream()
        .filter(statement -> statement.matches("(?s).*(comment|wish)_.*"))
        .count();
  }
}
