package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Form;
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

/** Groups formed, shown, mended and formed again, over HTTP. */
@AllmendeTest
class GroupsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired AnswerStore answers;
  @Autowired GroupRules rules;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Tenant lab;
  private Caller lead;
  private String id;
  private String code;
  private String url;

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "empty"}
            """);
    id = planned.text("id");
    code = planned.text("joinCode");
    url = "/" + lab.slug() + "/api/v1/workshops/" + id;
  }

  @Test
  void mixesWhatPeopleKnowAndShowsItOnceReleased() {
    Caller anna = null;
    for (String name : List.of("Anna", "Ben", "Cem", "Dora", "Eva", "Finn", "Gül", "Hans")) {
      Caller joined = join(name, name.compareTo("E") < 0 ? "none" : "much");
      anna = anna == null ? joined : anna;
    }
    Answer formed = lead.post(url + "/groups", "{\"groups\": 2, \"blend-knowledge\": \"mix\"}");
    assertThat(formed.status()).as(formed.body()).isEqualTo(201);
    assertThat(knowledge(formed.json()))
        .containsExactly(
            List.of("much", "much", "none", "none"), List.of("much", "much", "none", "none"));

    assertThat(anna.get(url + "/groups/mine").status()).isEqualTo(404);
    lead.post(url + "/groups/" + formed.text("id") + "/release", "{}");
    JsonNode mine = anna.get(url + "/groups/mine").json();
    assertThat(mine.get("round").asInt()).isEqualTo(1);
    assertThat(mine.get("others")).hasSize(3);

    Answer next = lead.post(url + "/groups", "{\"size\": 4, \"blend-knowledge\": \"tandem\"}");
    assertThat(next.json().get("number").asInt()).isEqualTo(2);
    assertThat(lead.get(url + "/groups").json().get("items")).hasSize(2);
  }

  /** What the people of each group answered. */
  private List<List<String>> knowledge(JsonNode round) {
    List<List<String>> known = new ArrayList<>();
    for (JsonNode group : round.get("groups")) {
      known.add(
          group
              .get("participants")
              .valueStream()
              .map(who ->
                  answers.of(new ParticipantId(who.asString())).values().get(Trait.KNOWLEDGE))
              .sorted()
              .toList());
    }
    return known;
  }

  @Test
  void countsATableWithOneDeviceAsAllWhoSitThere() {
    Answer table =
        Caller.at(port)
            .post(
                url + "/join",
                "{\"code\": \"%s\", \"name\": \"Tisch 3\", \"people\": 3}".formatted(code));
    assertThat(table.json().get("participant").get("people").asInt()).isEqualTo(3);
    String own = table.json().get("participant").get("id").asString();
    for (String name : List.of("Anna", "Ben", "Cem")) {
      join(name, "some");
    }
    Answer formed = lead.post(url + "/groups", "{\"size\": 3, \"blend-municipality\": \"mix\"}");
    assertThat(peopleOf(formed)).containsExactlyInAnyOrder(List.of(own), othersThan(own));

    join("Dora", "some");
    Answer mended = lead.post(url + "/groups/" + formed.text("id") + "/repairs", "{}");
    assertThat(peopleOf(mended))
        .filteredOn(group -> group.contains(own))
        .singleElement()
        .satisfies(group -> assertThat(group.size()).isLessThanOrEqualTo(2));
    assertThat(mended.body()).doesNotContain("+");
    assertThat(workshops.participants(List.of(new WorkshopId(id))))
        .containsEntry(new WorkshopId(id), 7);

    // More tables than seats at a group: each counts no more than a group has.
    Answer many = lead.post(url + "/groups", "{\"groups\": 5}");
    assertThat(peopleOf(many)).hasSize(5).allSatisfy(group -> assertThat(group).hasSize(1));
  }

  private List<String> othersThan(String own) {
    return lead.get(url + "/participants")
        .json()
        .get("items")
        .valueStream()
        .map(person -> person.get("id").asString())
        .filter(each -> !each.equals(own))
        .sorted()
        .toList();
  }

  private static List<List<String>> peopleOf(Answer round) {
    return round
        .json()
        .get("groups")
        .valueStream()
        .map(group ->
            group.get("participants").valueStream().map(JsonNode::asString).sorted().toList())
        .toList();
  }

  @Test
  void worksInWhoeverComesLateOrIsAway() {
    for (String name : List.of("Anna", "Ben", "Cem", "Dora", "Eva", "Finn")) {
      join(name, "some");
    }
    Answer formed = lead.post(url + "/groups", "{\"groups\": 3}");
    String gone = formed.json().get("groups").get(0).get("participants").get(0).asString();
    join("Gül", "some");
    Workshop workshop = workshops.get(new WorkshopId(id));
    rules.put(workshop, Form.of(Map.of("person", gone, "part", "away")));
    Answer mended = lead.post(url + "/groups/" + formed.text("id") + "/repairs", "{}");
    List<Integer> sizes =
        mended.json().get("groups").valueStream().map(g -> g.get("participants").size()).toList();
    assertThat(sizes).containsExactly(2, 2, 2);
    assertThat(mended.body()).doesNotContain(gone);
  }

  @Test
  void leavesOutWhoWasPutOutOfTheRoom() {
    Caller anna = join("Anna", "some");
    join("Ben", "some");
    join("Cem", "some");
    Answer formed = lead.post(url + "/groups", "{\"groups\": 1}");
    lead.post(url + "/groups/" + formed.text("id") + "/release", "{}");
    String ben =
        lead.get(url + "/participants")
            .json()
            .get("items")
            .valueStream()
            .filter(person -> person.get("name").asString().equals("Ben"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asString();
    String removal = "{\"kind\": \"removal\", \"participant\": \"%s\"}".formatted(ben);
    assertThat(lead.post(url + "/acts", removal).status()).isEqualTo(201);

    assertThat(anna.get(url + "/groups/mine").json().get("others").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("Cem");
    Caller browser =
        new WorkshopFixtures(tenants, people, tokens).browser(port, lab, Role.FACILITATOR);
    assertThat(browser.get("/" + lab.slug() + "/workshops/" + id + "/groups").body())
        .contains("Nicht mehr da: 1.");
    assertThat(lead.post(url + "/groups", "{\"groups\": 3}").body())
        .contains("So viele Gruppen gehen nicht. Anwesend: 2");
    assertThat(lead.post(url + "/groups", "{\"groups\": 1}").body()).doesNotContain(ben);
  }

  @Test
  void theirMeetingsCanBeNamedBeforeTheyAreFormed() {
    Caller browser =
        new WorkshopFixtures(tenants, people, tokens).browser(port, lab, Role.FACILITATOR);
    String video = "/" + lab.slug() + "/workshops/" + id + "/video";
    int expected = GroupPlan.usual(WorkshopPlan.USUAL_CAPACITY).groups();
    assertThat(browser.get(video).body())
        .contains("name=\"url" + expected + "\"")
        .doesNotContain("name=\"url" + (expected + 1) + "\"");

    Answer kept = browser.submit(video, video, Map.of("url3", "https://meet.example/drei"));

    assertThat(kept.status()).isEqualTo(303);
    assertThat(browser.get(video).body()).contains("https://meet.example/drei");
  }

  @Test
  void holdsApartWhoIsToBeApart() {
    for (String name : List.of("Anna", "Ben", "Cem", "Dora")) {
      join(name, "some");
    }
    List<String> ids =
        lead.get(url + "/participants")
            .json()
            .get("items")
            .valueStream()
            .map(person -> person.get("id").asString())
            .toList();
    Answer rule = lead.post(url + "/groups/rules", pair("apart", ids.get(0), ids.get(1)));
    assertThat(rule.status()).isEqualTo(201);
    Answer again = lead.post(url + "/groups/rules", pair("apart", ids.get(1), ids.get(0)));
    assertThat(again.text("id")).isEqualTo(rule.text("id"));
    JsonNode first = lead.post(url + "/groups", "{\"groups\": 2}").json().get("groups").get(0);
    assertThat(first.get("participants").valueStream().map(JsonNode::asString))
        .filteredOn(ids.subList(0, 2)::contains)
        .hasSize(1);
  }

  private static String pair(String kind, String one, String other) {
    return "{\"kind\": \"%s\", \"one\": \"%s\", \"other\": \"%s\"}".formatted(kind, one, other);
  }

  @Test
  void refusesMoreGroupsThanPeopleAndPeopleWhoDoNotLead() {
    Caller anna = join("Anna", "some");
    Answer many = lead.post(url + "/groups", "{\"groups\": 2}");
    assertThat(many.status()).isEqualTo(422);
    assertThat(many.body()).contains("So viele Gruppen gehen nicht. Anwesend: 1");
    assertThat(anna.post(url + "/groups", "{\"groups\": 1}").status()).isEqualTo(401);
    assertThat(anna.get(url + "/groups").status()).isEqualTo(401);
  }

  @Test
  void thePageNamesGroupsAndSumsAndNobodysAnswer() {
    join("Anna", "none");
    join("Ben", "much");
    lead.post(url + "/groups", "{\"groups\": 1, \"blend-knowledge\": \"mix\"}");
    Caller browser =
        new WorkshopFixtures(tenants, people, tokens).browser(port, lab, Role.FACILITATOR);
    Answer page = browser.get("/" + lab.slug() + "/workshops/" + id + "/groups");
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("Diese Gruppen sehen nur Sie.")
        .contains("<h3>Gruppe 1")
        .contains("Wissen über offene Daten: mischen")
        .contains("Fragen beantwortet: 2 von 2");
  }

  private Caller join(String name, String knowledge) {
    Answer joined =
        Caller.at(port)
            .post(
                url + "/join",
                "{\"code\": \"%s\", \"name\": \"%s\", \"knowledge\": \"%s\"}"
                    .formatted(code, name, knowledge));
    assertThat(joined.status()).as(joined.body()).isEqualTo(201);
    return Caller.at(port).with(joined.text("token"));
  }
}
