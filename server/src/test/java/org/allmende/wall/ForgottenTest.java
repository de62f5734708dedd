package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.web.Role;
import org.allmende.base.web.Signer;
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

/** Whoever wants to be forgotten takes along what is theirs, and is forgotten. */
@AllmendeTest
class ForgottenTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Addresses addresses;
  @Autowired Tokens tokens;
  @Autowired Signer signer;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @Autowired List<PersonalData> modules;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Town town;

  @BeforeEach
  void build() {
    town = new Town(port, tenants, people, tokens, mails);
  }

  private static String fresh() {
    return "mensch" + Ids.next().toLowerCase(Locale.ROOT);
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
    String other = town.wishes.listed("Wo sitzt man laut?").id();
    post(browser, "/wishes/" + other + "/supports", "{" + contact + "}");
    town.wishes.comment(other, address, name);
    String report = "{\"about\": \"wish:%s\", \"rule\": \"other\", \"words\": \"Von %s.\", %s}";
    post(browser, "/reports", report.formatted(other, name, contact));
    assertThat(browser.post(town.api("/subscriptions"), "{" + contact + "}").status())
        .isEqualTo(202);
    Thing workshop = town.workshops.plan("Wir reden über Stille");
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
    town.confirm(address);
    String own = "/private/" + town.link(address, "private");
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
    long steps = count("wish_step", wish);
    long supports = count("wish_support", other);

    assertThat(browser.submit(own, own + "/erasure", Map.of()).status()).isEqualTo(200);
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();

    assertThat(tablesWith(name)).isEmpty();
    assertThat(tablesWith(address)).isEmpty();
    assertThat(count("wish_step", wish)).isEqualTo(steps);
    assertThat(count("wish_support", other)).isEqualTo(supports);
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
    town.confirm(address);
    PersonId owner = addresses.confirmed(address, Locale.GERMAN);
    PersonId stranger = people.guest();
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
                town.workshops.code(workshop),
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
    var person = people.account(address, name, people.hashed("ein langes Passwort"));
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

  /** A forwarded mail opens no account: its links lead to the login and do nothing themselves. */
  @Test
  void linkOfAMailOpensNoAccount() {
    String address = fresh() + "@mauerstadt.example";
    String name = fresh();
    PersonId person = people.account(address, name, people.hashed("ein langes Passwort"));
    people.grant(person, town.tenant.id(), Role.STEWARD, null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", address, "password", "ein langes Passwort"));
    Answer subscribed =
        browser.submit(
            town.tenant.url("/subscriptions/new"),
            town.tenant.url("/subscriptions"),
            Map.of("tempo", "at-once", "subject", "tenant:" + town.tenant.slug()));
    assertThat(subscribed.status()).as(subscribed.body()).isEqualTo(303);
    String wish = post(Caller.at(port), "/wishes", "{\"need\": \"Wo steht was offen?\"}");
    town.of(Role.STEWARD).post(town.api("/wishes/" + wish + "/listing"), "{}");
    String unsubscribe = "/unsubscribe/" + town.link(address, "unsubscribe");
    assertThat(mails.to(address).getFirst().text())
        .contains("/account")
        .doesNotContain("/private/");
    String subscription =
        sql.sql("select id from notify_subscription where person = ?")
            .param(person.value())
            .query(String.class)
            .single();

    String old = "/private/" + person + "." + signer.sign("private", person.value());
    Caller colleague = Caller.at(port);
    String csrf = colleague.csrf("/login");
    for (Answer answer :
        List.of(
            colleague.get(old),
            colleague.get(old + "/data.json"),
            colleague.form(
                old + "/subscriptions/" + subscription + "/tempo", csrf, Map.of("tempo", "daily")),
            colleague.form(old + "/subscriptions/" + subscription + "/ending", csrf, Map.of()),
            colleague.form(old + "/erasure", csrf, Map.of()))) {
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo("/account");
      assertThat(answer.body()).isEmpty();
    }
    assertThat(colleague.get("/account").header("Location")).startsWith("/login");
    assertThat(browser.get("/account").body()).contains(name);
    String kept = "action=\"/subscriptions/" + subscription + "/ending\"";
    assertThat(browser.get("/subscriptions").body()).contains(kept);
    assertThat(
            sql.sql("select tempo from notify_subscription where id = ?")
                .param(subscription)
                .query(String.class)
                .single())
        .isEqualTo("at_once");

    assertThat(
            Caller.at(port).form(unsubscribe, "", Map.of("List-Unsubscribe", "One-Click")).status())
        .isEqualTo(200);
    assertThat(browser.get("/subscriptions").body()).doesNotContain(kept);
  }

  /** Else whoever comes by the set-up page first would run the installation. */
  @Test
  void operatorsCannotErase() {
    String address = fresh() + "@mauerstadt.example";
    PersonId person = people.account(address, "Betrieb", people.hashed("ein langes Passwort"));
    people.makeOperator(person);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", address, "password", "ein langes Passwort"));

    Answer refused = browser.submit("/account", "/account/erasure", Map.of("meant", "on"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Wer die Installation betreibt");
    assertThat(people.viewer(person).orElseThrow().operator()).isTrue();
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
    var person = people.account(address, "Letzte Person", people.hashed("ein langes Passwort"));
    people.grant(person, small.id(), Role.STEWARD, null);
    people.grant(person, small.id(), Role.ADMIN, null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", address, "password", "ein langes Passwort"));
    var successor =
        people.account(fresh() + "@restdorf.example", "Neu", people.hashed("ein langes Passwort"));

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

  private long count(String table, String wish) {
    return sql.sql("select count(*) from " + table + " where wish = ?")
        .param(wish)
        .query(Long.class)
        .single();
  }
}
