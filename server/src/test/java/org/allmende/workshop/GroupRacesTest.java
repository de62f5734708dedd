package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.Queue;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who lead, or two at one device, who do something at once. */
@AllmendeTest
class GroupRacesTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired Groups groups;
  @Autowired Joining joining;
  @Autowired ParticipantStore participants;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private Caller lead;
  private String url;
  private Workshop workshop;
  private final Viewer by = Viewer.system();

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "empty"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    url = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    for (String name : List.of("Anna", "Ben", "Cem", "Dora")) {
      String body =
          "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(workshop.joinCode().text(), name);
      assertThat(Caller.at(port).post(url + "/join", body).status()).isEqualTo(201);
    }
  }

  private PhaseId inGroups(String title) {
    String version = lead.get(url + "/agenda").text("version");
    String body =
        """
        {"version": %s, "kind": "review", "title": "%s", "minutes": 5, "groups": "new"}
        """
            .formatted(version, title);
    return new PhaseId(lead.post(url + "/agenda", body).text("id"));
  }

  @Test
  void aClickThatComesSecondFormsNoGroups() {
    PhaseId first = inGroups("Kennenlernen");
    inGroups("Ausarbeiten");
    String key = Ids.next();
    workshops.open(workshop.id(), first, key, by);
    assertThat(groups.of(workshop)).hasSize(1);

    assertThatThrownBy(() -> workshops.openNextAfter(workshop.id(), "", null, by))
        .isInstanceOf(Problem.class);
    workshops.openNext(workshop.id(), key, by);
    workshops.open(workshop.id(), first, null, by);

    assertThat(groups.of(workshop)).hasSize(1);
    assertThat(workshops.get(workshop.id()).current().orElseThrow().id()).isEqualTo(first);
  }

  @Test
  void groupsThatAreShownStay() throws Exception {
    Round round = form();

    List<Future<Round>> done =
        new Queue(transaction, sql)
            .behind("workshop_round", round.id(), release(round), this::form);

    assertThat(done.getFirst().get().isReleased()).isTrue();
    assertThat(Queue.refusal(done.getLast())).isInstanceOf(Problem.class);
    assertThat(groups.of(workshop))
        .singleElement()
        .satisfies(shown -> assertThat(shown.id()).isEqualTo(round.id()));
  }

  @Test
  void groupsThatWereFormedAgainAreNotShown() throws Exception {
    Round round = form();

    List<Future<Round>> done =
        new Queue(transaction, sql)
            .behind("workshop_round", round.id(), this::form, release(round));

    assertThat(done.getFirst().get().isReleased()).isFalse();
    assertThat(Queue.refusal(done.getLast()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.message().key()).isEqualTo("workshop.groups.changed"));
  }

  private Round form() {
    return groups.form(workshop, GroupPlan.several(4), null, by);
  }

  private Callable<Round> release(Round round) {
    return () -> {
      groups.release(workshop, round.id(), by);
      return groups.get(workshop, round.id());
    };
  }

  @Test
  void whoSitsAtADeviceIsCountedAsSaidLast() throws Exception {
    Participant anna = participants.of(workshop.id()).getFirst();

    List<Future<Integer>> said =
        new Queue(transaction, sql)
            .behind("workshop_workshop", workshop.id().value(), share(anna, 4), share(anna, 2));

    assertThat(said.getFirst().get()).isEqualTo(4);
    assertThat(said.getLast().get()).isEqualTo(2);
    assertThat(
            sql.sql("select companions from workshop_workshop where id = ?")
                .param(workshop.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private Callable<Integer> share(Participant who, int many) {
    return () -> {
      joining.share(workshop, who, new SharedDevice(many, null));
      return many;
    };
  }
}
