package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Queue;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.notify.Following;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Harvest and release over HTTP: internal first, public afterwards, the note as it was. */
@AllmendeTest
class HarvestTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired CoHosting coHosting;
  @Autowired Following following;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private Tenant lab;
  private Tenant town;
  private String facilitator;
  private Caller api;
  private String url;
  private String code;
  private String participant;

  @BeforeEach
  void collectNotes() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    town = fixtures.town("Moers");
    coHosting.grantHarvest(town.id(), lab.id(), Viewer.system());
    facilitator = fixtures.token(lab, Role.FACILITATOR);
    api = Caller.at(port);
    Answer created =
        api.post(
            "/" + lab.slug() + "/api/v1/workshops",
            facilitator,
            """
            {"title": "Offene Daten für Alle", "startsAt": "2026-12-03T13:00:00Z",
             "endsAt": "2026-12-03T17:00:00Z", "template": "empty", "coHosts": ["%s"]}
            """
                .formatted(town.slug()));
    url = "/" + lab.slug() + "/api/v1/workshops/" + created.text("id");
    code = created.text("joinCode");
    participant = join("Anna <b>Amsel</b>");
    api.post(url + "/phase", facilitator, "{\"to\":\"next\"}");
  }

  @Test
  void staysInternalUntilReleased() {
    String note = note("Welche Spielplätze gehen mit Rollstuhl?");
    Answer wish =
        harvest(note, "{\"as\":\"wish\",\"text\":\"Welche Spielplätze sind barrierefrei?\"}");
    assertThat(wish.status()).isEqualTo(201);
    assertThat(wish.text("url")).matches("https?://[^/]+/" + town.slug() + "/.*");
    assertThat(
            sql.sql("select tenant from wish_wish where id = ?")
                .param(wish.text("id"))
                .query(String.class)
                .single())
        .isEqualTo(town.slug());
    Caller citizen = Caller.at(port);
    String wishApi = "/" + town.slug() + "/api/v1/wishes/" + wish.text("id");
    assertThat(citizen.get(wishApi, null).status()).isEqualTo(404);
    assertThat(citizen.get(wish.text("url"), null).status()).isEqualTo(404);
    assertThat(citizen.get(results(), null).status()).isEqualTo(403);

    assertThat(api.post(url + "/release", facilitator, "{}").status()).isEqualTo(200);

    assertThat(citizen.get(wishApi, null).status()).isEqualTo(200);
    Answer page = citizen.get(results(), null);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Welche Spielplätze gehen mit Rollstuhl?", "Welche Spielplätze sind barrierefrei?")
        .doesNotContain("Amsel");
    assertThat(citizen.get(results() + "/threads", null).body())
        .contains("Welche Spielplätze sind barrierefrei?");
    assertThat(api.post(url + "/release", facilitator, "{}").status()).isEqualTo(409);
  }

  @Test
  void isPublicIfTheResultsWereReleasedMeanwhile() throws Exception {
    String note = note("Welche Bänke stehen im Schatten?");

    List<Future<Answer>> sent =
        new Queue(transaction, sql)
            .behind(
                "workshop_workshop",
                url.substring(url.lastIndexOf('/') + 1),
                () -> api.post(url + "/release", facilitator, "{}"),
                () -> harvest(note, "{\"as\":\"wish\"}"));

    assertThat(sent.getFirst().get().status()).isEqualTo(200);
    Answer wish = sent.getLast().get();
    assertThat(wish.status()).as(wish.body()).isEqualTo(201);
    assertThat(Caller.at(port).get(wish.text("url")).status()).isEqualTo(200);
  }

  @Test
  void showsNoWordsAmongTheResultsThatWereHidden() {
    String need = "Wann mäht Familie Kolibri ihren Rasen?";
    Answer wish = harvest(note(need), "{\"as\":\"wish\"}");
    api.post(url + "/release", facilitator, "{}");
    Caller citizen = Caller.at(port);
    assertThat(citizen.get(results(), null).body()).contains(need);

    Answer hidden =
        api.post(
            "/" + town.slug() + "/api/v1/texts/wish:" + wish.text("id") + "/decisions",
            new WorkshopFixtures(tenants, people, tokens).token(town, Role.STEWARD),
            "{\"outcome\": \"hidden\", \"rule\": \"insult\", \"reason\": \"Es trifft eine Familie.\"}");

    assertThat(hidden.status()).as(hidden.body()).isEqualTo(200);
    assertThat(citizen.get(results(), null).body()).doesNotContain("Kolibri");
  }

  /** A note that became neither wish nor potential is a text like any other. */
  @Test
  void noteAmongTheResultsCanBeReportedAndHidden() {
    String said = "Warum mäht Familie Kolibri nie?";
    String note = note(said);
    harvest(note, "{\"as\":\"question\",\"text\":\"Familie Kolibri mäht nie.\"}");
    String wished = note("Wo wird gemäht?");
    harvest(wished, "{\"as\":\"wish\"}");
    Caller citizen = Caller.at(port);
    String form = "/" + lab.slug() + "/reports/new?about=note:";
    assertThat(citizen.get(form + note).status()).as("not released").isEqualTo(404);
    api.post(url + "/release", facilitator, "{}");
    assertThat(citizen.get(results()).body()).contains(said, form + note);
    assertThat(citizen.get(form + wished).status()).as("is a wish").isEqualTo(404);

    Answer reported =
        citizen.submit(
            form + note,
            "/" + lab.slug() + "/reports",
            Map.of("about", "note:" + note, "rule", "personal", "words", "Eine Familie."));
    assertThat(reported.status()).as(reported.body()).isEqualTo(303);
    String steward = new WorkshopFixtures(tenants, people, tokens).token(lab, Role.STEWARD);
    assertThat(decide(note, "hidden", steward).status()).isEqualTo(200);

    assertThat(citizen.get(results()).body())
        .contains("Regel: Personenbezogene Angaben")
        .doesNotContain("Kolibri");
    assertThat(citizen.get(results() + "?lang=en").body())
        .contains("rule: Personal data")
        .doesNotContain("Ausgeblendet am");
    assertThat(stillSaid(note)).isZero();
    assertThat(decide(note, "restored", steward).status()).isEqualTo(200);
    assertThat(citizen.get(results() + "?lang=de").body()).contains(said);
    assertThat(stillSaid(note)).isEqualTo(3);
  }

  private Answer decide(String note, String outcome, String steward) {
    return api.post(
        "/" + lab.slug() + "/api/v1/texts/note:" + note + "/decisions",
        steward,
        "{\"outcome\": \"%s\", \"rule\": \"personal\", \"reason\": \"Es trifft eine Familie.\"}"
            .formatted(outcome));
  }

  /** In the note, in the log of the board, in what it became. */
  private int stillSaid(String note) {
    return sql.sql(
            """
            select (select count(*) from board_note n where n.id = :note and n.text like '%Kolibri%')
              + (select count(*) from board_op o where o.target = :note and o.payload::text like '%Kolibri%')
              + (select count(*) from workshop_harvest h where h.note = :note and h.text like '%Kolibri%')
            """)
        .param("note", note)
        .query(Integer.class)
        .single();
  }

  @Test
  void tellsEverybodyWhoWasThereAndLetsVotersFollow() {
    String question = note("Wer haftet, wenn die Daten falsch sind?");
    String need = note("Welche Spielplätze gehen mit Rollstuhl?");
    String voting = join("Birte");
    assertThat(api.put(url + "/notes/" + need + "/dots", voting, "{\"count\":1}").status())
        .isEqualTo(200);
    harvest(question, "{\"as\":\"question\"}");
    Ref wish = new Ref("wish", harvest(need, "{\"as\":\"wish\"}").text("id"));
    PersonId voter = person("Birte");
    assertThat(following.follows(voter, wish)).isFalse();

    api.post(url + "/release", facilitator, "{}");

    assertThat(following.follows(voter, wish)).isTrue();
    String news = "Die Ergebnisse sind da: Offene Daten für Alle";
    await()
        .untilAsserted(() -> {
          assertThat(toldTo(voter)).containsOnlyOnce(news);
          assertThat(toldTo(person("Anna <b>Amsel</b>"))).containsOnlyOnce(news);
        });
  }

  @Test
  void harvestsANoteOnce() {
    String note = note("Baumkataster seit 1998");
    assertThat(harvest(note, "{\"as\":\"potential\"}").status()).isEqualTo(201);
    assertThat(harvest(note, "{\"as\":\"wish\"}").status()).isEqualTo(409);
  }

  @Test
  void keepsOtherKindsInTheWorkshop() {
    String note = note("Wer haftet, wenn die Daten falsch sind?");
    Answer question = harvest(note, "{\"as\":\"question\"}");
    assertThat(question.status()).isEqualTo(201);
    assertThat(question.text("id")).isEqualTo(note);
    assertThat(question.text("url")).endsWith(results());
  }

  @Test
  void refusesWhatIsNotKnown() {
    String note = note("Öffnungszeiten der Wertstoffhöfe");
    assertThat(harvest(note, "{\"as\":\"poem\"}").status()).isEqualTo(422);
    assertThat(harvest(note, "{\"as\":\"wish\",\"topic\":\"einhorn\"}").status()).isEqualTo(422);
    assertThat(harvest("NOTANOTE00000000", "{\"as\":\"wish\"}").status()).isEqualTo(404);
    assertThat(
            api.post(url + "/notes/" + note + "/harvest", participant, "{\"as\":\"wish\"}")
                .status())
        .isIn(401, 403);
  }

  /** The token of somebody who joined. */
  private String join(String name) {
    return api.post(
            url + "/join",
            null,
            "{\"code\":\"%s\",\"name\":\"%s\",\"tenant\":\"%s\"}"
                .formatted(code, name, town.slug()))
        .text("token");
  }

  private PersonId person(String name) {
    return sql.sql("select person from workshop_participant where workshop = ? and name = ?")
        .param(url.substring(url.lastIndexOf('/') + 1))
        .param(name)
        .query((row, number) -> new PersonId(row.getString(1)))
        .single();
  }

  /** The subjects of what a person was told, inbox and mail alike. */
  private List<String> toldTo(PersonId person) {
    return sql.sql("select content ->> 'subject' from notify_notice where person = ? order by at")
        .param(person.value())
        .query(String.class)
        .list();
  }

  private String note(String text) {
    Answer note = api.post(url + "/notes", participant, "{\"text\":\"" + text + "\"}");
    assertThat(note.status()).isEqualTo(201);
    return note.text("id");
  }

  private Answer harvest(String note, String json) {
    return api.post(url + "/notes/" + note + "/harvest", facilitator, json);
  }

  private String results() {
    return url.replace("/api/v1", "") + "/results";
  }
}
