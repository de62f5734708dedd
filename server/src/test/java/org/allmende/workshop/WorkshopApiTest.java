package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Workshops driven by programs over HTTP, from the plan to the dots. */
@AllmendeTest
class WorkshopApiTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @LocalServerPort int port;

  private Tenant lab;
  private String facilitator;
  private Caller api;

  @BeforeEach
  void prepare() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    facilitator = fixtures.token(lab, Role.FACILITATOR);
    api = Caller.at(port);
  }

  @Test
  void goesFromThePlanToTheDots() {
    Answer created = create("odfa-240");
    assertThat(created.status()).isEqualTo(201);
    String url = workshopUrl(created);
    assertThat(created.text("url"))
        .matches("https?://[^/]+/" + lab.slug() + "/workshops/" + created.text("id"));
    assertThat(created.text("joinCode")).matches("[A-Z]{3,12}-[0-9]{4}");
    assertThat(states(url))
        .containsExactly(
            "Potenziale planned",
            "Interner Bedarf planned",
            "Pause planned",
            "Wissen über den Beruf hinaus planned",
            "Punkte planned",
            "Vorstellen planned",
            "Rückblick planned");

    String anna = join(url, created.text("joinCode"), "Anna").text("token");
    String ben =
        join(url, created.text("joinCode").toLowerCase().replace("-", " "), "Ben").text("token");
    assertThat(api.post(url + "/notes", anna, "{\"text\":\"zu früh\"}").status()).isEqualTo(409);

    assertThat(api.post(url + "/phase", facilitator, "{\"to\":\"next\"}").status()).isEqualTo(200);
    assertThat(states(url)).contains("Potenziale open");
    Answer note = api.post(url + "/notes", anna, "{\"text\":\"Baumkataster seit 1998\"}");
    assertThat(note.status()).isEqualTo(201);
    assertThat(api.put(url + "/notes/" + note.text("id") + "/dots", ben, "{\"count\":3}").status())
        .isEqualTo(200);
    assertThat(api.put(url + "/notes/" + note.text("id") + "/dots", ben, "{\"count\":6}").status())
        .isEqualTo(409);

    JsonNode seen = api.get(url + "/notes", ben).json().get("items").get(0);
    assertThat(seen.get("text").asString()).isEqualTo("Baumkataster seit 1998");
    assertThat(seen.get("zoneTitle").asString()).isEqualTo("Das könnten wir öffnen");
    assertThat(seen.get("hat").asString()).isEqualTo("department");
    assertThat(seen.get("mine").asBoolean()).isFalse();
    assertThat(seen.has("author")).isFalse();
  }

  @Test
  void refusesNotesForAClosedPhase() {
    Answer created = create("odfa-240");
    String url = workshopUrl(created);
    String anna = join(url, created.text("joinCode"), "Anna").text("token");
    api.post(url + "/phase", facilitator, "{\"to\":\"next\"}");
    JsonNode phases = api.get(url, null).json().get("phases");
    String zone = phases.get(0).get("zones").get(0).get("id").asString();
    String dots = phases.get(4).get("id").asString();
    api.post(url + "/phase", facilitator, "{\"to\":\"" + dots + "\"}");

    Answer late =
        api.post(url + "/notes", anna, "{\"text\":\"zu spät\",\"zone\":\"" + zone + "\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("detail")).endsWith(".");
    assertThat(api.get(url + "/notes", anna).json().get("items")).isEmpty();
  }

  @Test
  void refusesAWrongCode() {
    String url = workshopUrl(create("empty"));
    Answer wrong = join(url, "MOOS-1000", "Mallory");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text("detail")).startsWith("Diesen Beitrittscode gibt es nicht.");
  }

  @Test
  void isFullAtItsCapacity() {
    Answer created =
        api.post(
            "/" + lab.slug() + "/api/v1/workshops",
            facilitator,
            """
            {"title": "Klein", "startsAt": "2026-12-03T13:00:00Z", "endsAt": "2026-12-03T17:00:00Z",
             "template": "empty", "capacity": 1}
            """);
    String url = workshopUrl(created);
    assertThat(join(url, created.text("joinCode"), "Anna").status()).isEqualTo(201);
    Answer full = join(url, created.text("joinCode"), "Ben");
    assertThat(full.status()).isEqualTo(409);
    assertThat(full.text("detail"))
        .isEqualTo("Alle 1 Plätze sind besetzt. Bitte melden Sie sich bei der Leitung.");
  }

  @Test
  void joinsOnceHoweverOftenItIsSent() {
    Answer created = create("empty");
    String path = "/" + lab.slug() + "/workshops/" + created.text("id") + "/join";
    var fields =
        Map.of(
            "code",
            created.text("joinCode"),
            "name",
            "<script>alert(1)</script>",
            "tenant",
            "-",
            "_submission",
            Ids.next());
    assertThat(Caller.at(port).submit(path, path, fields).status()).isEqualTo(303);
    assertThat(Caller.at(port).submit(path, path, fields).status()).isEqualTo(303);
    JsonNode joined = api.get(workshopUrl(created), facilitator).json().get("participants");
    assertThat(joined).hasSize(1);
    assertThat(joined.get(0).get("name").asString()).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void goesOneStepHoweverOftenItIsSent() {
    String url = workshopUrl(create("short-90"));
    String key = Ids.next();
    api.with(facilitator).once(url + "/phase", "{\"to\":\"next\"}", key);
    Answer again = api.with(facilitator).once(url + "/phase", "{\"to\":\"next\"}", key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(states(url).getFirst()).endsWith(" open");
    api.with(facilitator).once(url + "/phase", "{\"to\":\"next\"}", Ids.next());
    assertThat(states(url).getFirst()).endsWith(" closed");
  }

  @Test
  void releasesOnceHoweverOftenItIsSent() {
    String url = workshopUrl(create("short-90"));
    String key = Ids.next();
    assertThat(api.with(facilitator).once(url + "/release", "{}", key).status()).isEqualTo(200);
    assertThat(api.with(facilitator).once(url + "/release", "{}", key).status()).isEqualTo(200);
    assertThat(api.with(facilitator).once(url + "/release", "{}", Ids.next()).status())
        .isEqualTo(409);
  }

  @Test
  void keepsOtherTenantsOut() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant other = fixtures.town("Fremdstadt");
    String stranger = fixtures.token(other, Role.FACILITATOR);
    Answer created = create("empty");
    String id = created.text("id");
    String foreign = "/" + other.slug() + "/api/v1/workshops/" + id;

    assertThat(api.get(foreign, stranger).status()).isEqualTo(404);
    assertThat(api.post(foreign + "/phase", stranger, "{\"to\":\"next\"}").status()).isEqualTo(404);
    assertThat(join(foreign, created.text("joinCode"), "Anna").status()).isEqualTo(404);
    assertThat(api.post(workshopUrl(created) + "/phase", stranger, "{\"to\":\"next\"}").status())
        .isEqualTo(403);
    assertThat(api.post(workshopUrl(created) + "/phase", null, "{\"to\":\"next\"}").status())
        .isEqualTo(401);
    Answer elsewhere = create("empty");
    String token = join(workshopUrl(elsewhere), elsewhere.text("joinCode"), "Anna").text("token");
    api.post(workshopUrl(created) + "/phase", facilitator, "{\"to\":\"next\"}");
    assertThat(api.post(workshopUrl(created) + "/notes", token, "{\"text\":\"fremd\"}").status())
        .isEqualTo(403);
    assertThat(api.get(workshopUrl(created), null).json().has("joinCode")).isFalse();
  }

  private Answer create(String template) {
    return api.post(
        "/" + lab.slug() + "/api/v1/workshops",
        facilitator,
        """
        {"title": "Offene Daten für Alle", "startsAt": "2026-12-03T13:00:00Z",
         "endsAt": "2026-12-03T17:00:00Z", "template": "%s"}
        """
            .formatted(template));
  }

  private Answer join(String url, String code, String name) {
    return api.post(url + "/join", null, "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(code, name));
  }

  private String workshopUrl(Answer created) {
    return "/" + lab.slug() + "/api/v1/workshops/" + created.text("id");
  }

  private List<String> states(String url) {
    return api.get(url, null)
        .json()
        .get("phases")
        .valueStream()
        .map(phase -> phase.get("title").asString() + " " + phase.get("state").asString())
        .toList();
  }
}
