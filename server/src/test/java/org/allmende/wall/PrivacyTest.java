package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.privacy.Erasure;
import org.allmende.base.privacy.Forgetting;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept about people is declared, ends by itself, and goes when its person wants it. */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Columns that point to a person and say nothing once that has neither name nor address. */
  private static final Set<String> POINTERS =
      Set.of("people_account.person", "workshop_participant.person");

  /** What a town does not do by itself. */
  private static final List<String> GIVEN =
      List.of(
          "update people_account set closed_at = now()",
          "insert into people_login_failure (account, at) values ('x', now())",
          "update people_token set revoked_at = now()",
          "update plan_commitment set kept_at = now(), officer = made_by",
          "update app_barrier set contact = 'wer@buerger.example', answered_at = now(), answered_by = 'wer'",
          """
          insert into app_text (tenant, topic, lang, version, body, written_at, written_by)
          select slug, 'rules', 'de', 1000000, 'x', now(), 'wer' from tenant_tenant limit 1
          """,
          """
          insert into registration_check_in (registration, people, by, at)
          select r.id, 1, p.id, now() from registration_registration r, people_person p limit 1
          on conflict do nothing
          """,
          "update registration_check_in set by = (select min(id) from people_person)",
          "update base_mail set html = 'x', unsubscribe_url = 'x', sent_at = now()",
          """
          update wish_wish set wisher_name = 'x', wisher = (select min(id) from people_person)
          """,
          "update wish_potential set offered_by = (select min(id) from people_person)",
          "update wish_note set author = (select min(id) from people_person)",
          """
          update workshop_opening set closed_at = now(), closed_by = opened_by
          """,
          "update workshop_participant set department = 'x'",
          "update workshop_harvest set by = (select min(id) from people_person)",
          """
          update workshop_workshop set released_at = now(), released_by = created_by
          """,
          "update reuse_use set person = (select min(id) from people_person)",
          "update catalog_dataset set state_by = 'wer'",
          """
          insert into wish_rank (wish, rank, reason, person, at)
          select w.id, 1, 'x', p.id, now() from wish_wish w, people_person p limit 1
          on conflict do nothing
          """,
          """
          insert into board_dot (note, phase, person, count)
          select n.id, 'x', p.id, 1 from board_note n, people_person p limit 1
          """,
          """
          insert into plan_progress (id, commitment, at, person)
          select 'x', c.id, now(), p.id from plan_commitment c, people_person p limit 1
          """,
          """
          insert into comment_comment (id, tenant, about, kind, words, name, person, at)
          select 'waiting', t.slug, 'wish:x', 'comment', 'x', 'x', p.id, now()
          from tenant_tenant t, people_person p limit 1
          """);

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Addresses addresses;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @Autowired List<PersonalData> modules;
  @Autowired Forgetting forgetting;
  @Autowired Texts texts;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Town town;

  @BeforeAll
  void build() {
    town = new Town(port, tenants, people, tokens, mails).fill();
    String wish = town.listed("Wer kehrt die Bänke").id();
    String address = fresh() + "@buerger.example";
    write(wish, address, "Hanne");
    confirm(address);
    town.of(Role.STEWARD)
        .post(
            town.api("/texts/wish:" + wish + "/decisions"),
            "{\"outcome\": \"hidden\", \"rule\": \"other\", \"reason\": \"Nur so.\"}");
    decide();
  }

  /** The reports of the town get an answer. */
  private void decide() {
    for (Thing text : town.all("texts")) {
      Answer decided =
          town.of(Role.STEWARD)
              .post(
                  town.api("/texts/" + text.id() + "/decisions"),
                  "{\"outcome\": \"kept\", \"rule\": \"other\", \"reason\": \"In Ordnung.\"}");
      assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }
  }

  private static String fresh() {
    return "mensch" + Ids.next().toLowerCase(Locale.ROOT);
  }

  private List<PersonalField> fields() {
    return modules.stream().flatMap(module -> module.describe().stream()).toList();
  }

  @Test
  void everyColumnThatNamesSomebodyIsDeclared() {
    Set<String> named =
        new TreeSet<>(
            sql.sql(
                    """
                    select c.table_name || '.' || c.column_name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                      and (c.column_name in ('person', 'email', 'recipient', 'author', 'actor', 'officer', 'by',
                          'wisher', 'wisher_name', 'pseudonym')
                        or c.column_name like '%\\_by')
                      and c.data_type = 'text' and c.table_name not like 'flyway%'
                      and c.column_name <> 'picked_by'
                    union
                    select k.table_name || '.' || k.column_name from information_schema.key_column_usage k
                    join information_schema.referential_constraints r using (constraint_name)
                    join information_schema.table_constraints u on u.constraint_name = r.unique_constraint_name
                    where u.table_name = 'people_person'
                    """)
                .query(String.class)
                .list());
    named.removeAll(POINTERS);
    fields().forEach(field -> named.remove(field.column()));
    assertThat(named).isEmpty();
  }

  @Test
  void everyDeclaredColumnExistsAndIsExplained() {
    Set<String> existing =
        Set.copyOf(
            sql.sql(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'public'
                    """)
                .query(String.class)
                .list());
    Set<String> planned =
        Set.copyOf(sql.sql("select task_name from base_task").query(String.class).list());
    for (PersonalField field : fields()) {
      assertThat(existing).contains(field.column());
      assertThat(texts.of(Locale.GERMAN, field.purpose())).isNotBlank();
      if (field.erasure() instanceof Erasure.ByJob(String job)) {
        assertThat(planned).contains(job);
      }
    }
    assertThat(Caller.at(port).get(town.tenant.url("/legal/privacy")).body())
        .contains("Was wie lange bleibt", "Wer einen Wunsch geäußert hat", "3 Jahre nachdem");
  }

  /** One hour before its time nothing of a field goes, one hour after it the oldest does. */
  @Test
  void everyFieldEndsWhenItsTimeIsOver() {
    assertSoftly(softly -> fields().forEach(field -> inVain(() -> prove(field, softly))));
  }

  /** In the database as the town leaves it and some more, of which nothing stays. */
  private void inVain(Runnable proof) {
    transaction.executeWithoutResult(status -> {
      status.setRollbackOnly();
      GIVEN.forEach(statement -> sql.sql(statement).update());
      proof.run();
    });
  }

  private void prove(PersonalField field, SoftAssertions softly) {
    switch (field.erasure()) {
      case Erasure.Blanked(String moment, String value) ->
          prove(field, moment, field.column() + " is distinct from " + value, softly);
      case Erasure.Deleted(String moment) -> prove(field, moment, "true", softly);
      case Erasure.ByJob _ -> {
        // Proven where the job is.
      }
    }
  }

  private void prove(PersonalField field, String moment, String filled, SoftAssertions softly) {
    String table = field.column().substring(0, field.column().indexOf('.'));
    String there = "from " + table + " where " + filled + " and (" + moment + ") is not null";
    Instant oldest = oldest(there, moment);
    if (oldest == null) {
      softly.fail("nothing to forget in " + field.column());
      return;
    }
    long rows = count("from " + table);
    long before = count(there);
    Instant end = oldest.plus(Duration.ofDays(field.days()));
    ShiftedClock.at(end.minus(HOUR), () -> forgetting.forget(field));
    softly.assertThat(count(there)).as("too early: " + field).isEqualTo(before);
    ShiftedClock.at(end.plus(HOUR), () -> forgetting.forget(field));
    softly.assertThat(count(there)).as("still there: " + field).isLessThan(before);
    Instant next = oldest(there, moment);
    softly
        .assertThat(next == null || next.isAfter(oldest))
        .as("the oldest stays: " + field)
        .isTrue();
    if (field.erasure() instanceof Erasure.Blanked) {
      softly.assertThat(count("from " + table)).as("a row is missing: " + field).isEqualTo(rows);
    }
  }

  private @Nullable Instant oldest(String there, String moment) {
    OffsetDateTime oldest =
        sql.sql("select min((" + moment + ")) " + there)
            .query((row, number) -> row.getObject(1, OffsetDateTime.class))
            .list()
            .getFirst();
    return oldest == null ? null : oldest.toInstant();
  }

  private long count(String from) {
    return sql.sql("select count(*) " + from).query(Long.class).single();
  }

  private void write(String wish, String address, String name) {
    Answer written =
        Caller.at(port)
            .post(
                town.api("/comments"),
                "{\"about\": \"wish:%s\", \"words\": \"Auch abends?\", \"name\": \"%s\", \"contact\": \"%s\"}"
                    .formatted(wish, name, address));
    assertThat(written.status()).as(written.body()).isEqualTo(201);
  }

  private void confirm(String address) {
    mails.to(address).stream()
        .flatMap(letter -> Pattern.compile("/confirm/\\S+").matcher(letter.text()).results())
        .forEach(link -> assertThat(Caller.at(port).get(link.group()).status()).isEqualTo(200));
  }

  private String link(String address, String kind) {
    Pattern pattern = Pattern.compile("/" + kind + "/[^\\s\"<>]+");
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                mails.to(address).stream()
                    .map(letter -> pattern.matcher(letter.text()))
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst()
                    .orElse(""),
            found -> !found.isEmpty());
  }

  /** Somebody who did everything one can do without an account takes it along and erases it. */
  @Test
  void whoeverWantsToBeForgottenIs() {
    String name = fresh();
    String address = fresh() + "@buerger.example";
    Caller browser = Caller.at(port);
    String contact = "\"contact\": \"" + address + "\"";
    String wish = post(browser, "/wishes", "{\"need\": \"Wo sitzt man still?\", " + contact + "}");
    town.of(Role.STEWARD).post(town.api("/wishes/" + wish + "/listing"), "{}");
    String other = town.listed("Wo sitzt man laut?").id();
    post(browser, "/wishes/" + other + "/supports", "{" + contact + "}");
    write(other, address, name);
    String report = "{\"about\": \"wish:%s\", \"rule\": \"other\", \"words\": \"Von %s.\", %s}";
    post(browser, "/reports", report.formatted(other, name, contact));
    assertThat(browser.post(town.api("/subscriptions"), "{" + contact + "}").status())
        .isEqualTo(202);
    Thing workshop = town.workshop("Wir reden über Stille");
    post(
        browser,
        "/registrations/workshop:" + workshop.id(),
        "{\"name\": \"" + name + "\", " + contact + "}");
    town.of(Role.FACILITATOR)
        .post(town.api("/workshops/" + workshop.id() + "/phase"), "{\"to\": \"next\"}");
    join(browser, workshop, name, address);
    browser.submit(
        town.tenant.url("/legal/barrier"),
        town.tenant.url("/barriers"),
        Map.of("text", "Zu klein", "contact", address));
    confirm(address);
    String own = link(address, "private");
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();

    Answer taken = browser.get(own + "/data.json");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body())
        .contains(
            name,
            address,
            "Wo sitzt man still?",
            "Wo sitzt man laut?",
            "Auch abends?",
            "\"registration\"",
            "\"subscription\"",
            "\"report\"",
            "\"workshop\"",
            "\"barrier\"",
            "\"mail\"");
    long steps = count("from wish_step where wish = '" + wish + "'");
    long supports = count("from wish_support where wish = '" + other + "'");

    assertThat(browser.submit(own, own + "/erasure", Map.of()).status()).isEqualTo(200);
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();

    assertThat(tablesWith(name)).isEmpty();
    assertThat(tablesWith(address)).isEmpty();
    assertThat(count("from wish_step where wish = '" + wish + "'")).isEqualTo(steps);
    assertThat(count("from wish_support where wish = '" + other + "'")).isEqualTo(supports);
    assertThat(browser.get(town.tenant.url("/wishes/" + wish)).body())
        .contains("Wo sitzt man still?");
    assertThat(browser.get(town.tenant.url("/wishes/" + other)).body())
        .contains("Auch abends?", "Ohne Namen");
  }

  /** Whoever gives the address of somebody else learns nothing of it and takes nothing away. */
  @Test
  void addressOfSomebodyElseIsNotOnesOwn() {
    String address = fresh() + "@buerger.example";
    Caller browser = Caller.at(port);
    post(
        browser,
        "/wishes",
        "{\"need\": \"Wo sitzt man allein?\", \"contact\": \"" + address + "\"}");
    browser.submit(
        town.tenant.url("/legal/barrier"),
        town.tenant.url("/barriers"),
        Map.of("text", "Zu hell", "contact", address));
    confirm(address);
    PersonId owner = addresses.confirmed(address, Locale.GERMAN);
    PersonId stranger = people.guest("Gast");
    addresses.confirmed(stranger, fresh() + "@buerger.example", Locale.GERMAN);
    addresses.ask(stranger, address, Locale.GERMAN);

    Map<String, List<String>> owned = taken(owner);
    assertThat(owned.get("mail")).isNotEmpty();
    assertThat(owned.get("barrier")).containsExactly("Zu hell");
    assertThat(taken(stranger)).isEqualTo(Map.of("mail", List.of(), "barrier", List.of()));

    modules.forEach(module -> module.erase(stranger));
    assertThat(taken(owner)).isEqualTo(owned);
  }

  /** What a person takes along that is found by the address. */
  private Map<String, List<String>> taken(PersonId person) {
    Map<String, List<String>> found = new HashMap<>();
    modules.forEach(module -> found.putAll(module.export(person)));
    found.keySet().retainAll(Set.of("mail", "barrier"));
    return found;
  }

  private String post(Caller browser, String path, String json) {
    Answer answer = browser.post(town.api(path), json);
    assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(201);
    return answer.json().has("id") ? answer.text("id") : "";
  }

  private void join(Caller browser, Thing workshop, String name, String address) {
    String page = town.tenant.url("/workshops/" + workshop.id() + "/join");
    Answer joined =
        browser.submit(
            page,
            page,
            Map.of(
                "code",
                town.code(workshop),
                "name",
                name,
                "tenant",
                town.tenant.slug(),
                "contact",
                address));
    assertThat(joined.status()).as(joined.body()).isEqualTo(303);
  }

  /** Staff close their account themselves; what they decided stays. */
  @Test
  void whoeverClosesTheAccountIsForgotten() {
    String name = fresh();
    String address = fresh() + "@mauerstadt.example";
    var person = people.account(address, name, "ein langes Passwort");
    people.grant(person, town.tenant.id(), Role.STEWARD, null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", address, "password", "ein langes Passwort"));
    String wish = post(Caller.at(port), "/wishes", "{\"need\": \"Wo sitzt die Verwaltung?\"}");
    String desk = town.tenant.url("/desk/wishes/" + wish);
    assertThat(browser.submit(desk, desk + "/listing", Map.of()).status()).isEqualTo(303);
    assertThat(browser.get("/account/data.json").body()).contains(name, address, "wish.list");

    assertThat(browser.submit("/account", "/account/erasure", Map.of()).status()).isEqualTo(422);
    Answer closed = browser.submit("/account", "/account/erasure", Map.of("meant", "on"));
    assertThat(closed.status()).as(closed.body()).isEqualTo(303);

    assertThat(browser.get("/account").status()).isEqualTo(303);
    assertThat(tablesWith(name)).isEmpty();
    assertThat(tablesWith(address)).isEmpty();
    assertThat(Caller.at(port).get(town.tenant.url("/wishes/" + wish)).status()).isEqualTo(200);
  }

  /** Nobody leaves a town without anybody who decides in it. */
  @Test
  void lastStewardOfATownFindsASuccessorFirst() {
    String name = "Restdorf " + fresh();
    var small =
        tenants.create(
            new Tenant(
                new TenantId("rest-" + Ids.next().toLowerCase(Locale.ROOT)),
                name,
                Tenant.Kind.MUNICIPALITY,
                "#1b5e57",
                null,
                null,
                null),
            Viewer.system());
    String address = fresh() + "@restdorf.example";
    var person = people.account(address, "Letzte Person", "ein langes Passwort");
    people.grant(person, small.id(), Role.STEWARD, null);
    people.grant(person, small.id(), Role.ADMIN, null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", address, "password", "ein langes Passwort"));
    var successor = people.account(fresh() + "@restdorf.example", "Neu", "ein langes Passwort");

    Answer admin = browser.submit("/account", "/account/erasure", Map.of("meant", "on"));
    assertThat(admin.status()).isEqualTo(409);
    assertThat(admin.body())
        .contains("Sie sind die einzige Person, die " + name + " hier verwaltet.");
    people.grant(successor, small.id(), Role.ADMIN, null);
    Answer steward = browser.submit("/account", "/account/erasure", Map.of("meant", "on"));
    assertThat(steward.status()).isEqualTo(409);
    assertThat(steward.body())
        .contains("Sie sind die einzige Person der Datenstelle von " + name + ".");
    people.grant(successor, small.id(), Role.STEWARD, null);
    Answer closed = browser.submit("/account", "/account/erasure", Map.of("meant", "on"));
    assertThat(closed.status()).as(closed.body()).isEqualTo(303);
  }

  /** The tables in which the word stands in any column. */
  private List<String> tablesWith(String word) {
    return sql
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            sql.sql("select exists (select 1 from " + table + " t where t::text ilike ?)")
                .param("%" + word + "%")
                .query(Boolean.class)
                .single())
        .toList();
  }
}
