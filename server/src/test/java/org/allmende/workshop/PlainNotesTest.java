package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.board.BoardId;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What whoever leads does with the notes of others by plain forms. */
@AllmendeTest
class PlainNotesTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired Boards boards;
  @LocalServerPort int port;

  private Caller lead;
  private Caller jette;
  private Tenant lab;
  private String api;
  private BoardId board;

  @BeforeEach
  void pin() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    jette = fixtures.browser(port, lab, Role.FACILITATOR);
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
            """);
    Workshop workshop = workshops.get(new WorkshopId(planned.text("id")));
    api = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    board = workshops.board(workshop);
    open("Potenziale");
    String cards = workshop.url("/cards");
    for (String text : List.of("Bäume", "Brunnen", "Bänke")) {
      jette.submit(cards, cards, Map.of("text", text));
    }
  }

  @Test
  void takesAwayNotesOfOthersInAStepThatTakesNone() {
    open("Punkte");
    String note = note("Brunnen");
    String deletion = "action=\"" + note + "/deletion\"";
    assertThat(jette.get(note).body()).contains(deletion).doesNotContain(note + "/text");
    assertThat(jette.submit(note, note + "/deletion", Map.of()).status()).isEqualTo(303);
    assertThat(hanging()).containsExactly("Bäume", "Bänke");
  }

  @Test
  void parkedNotesAreNoNeighbours() {
    String parked = note("Brunnen");
    jette.submit(parked, parked + "/parking", Map.of());
    String note = note("Bänke");
    assertThat(jette.submit(note, note + "/place", Map.of("to", "up")).status()).isEqualTo(303);
    assertThat(hanging()).containsExactly("Bänke", "Bäume");
    jette.submit(note, note + "/place", Map.of("to", "down"));
    assertThat(hanging()).containsExactly("Bäume", "Bänke");
  }

  /** The page of the note. */
  private String note(String text) {
    String id =
        boards.export(board).stream()
            .filter(note -> note.text().equals(text))
            .map(note -> note.id().value())
            .findFirst()
            .orElseThrow();
    return "/" + lab.slug() + "/boards/" + board + "/notes/" + id;
  }

  private List<String> hanging() {
    return boards.export(board).stream()
        .filter(note -> note.marks().parked() == null)
        .map(BoardNote::text)
        .toList();
  }

  private void open(String title) {
    for (JsonNode phase : lead.get(api).json().get("phases")) {
      if (phase.get("title").asString().equals(title)) {
        lead.post(api + "/phase", "{\"to\": \"" + phase.get("id").asString() + "\"}");
      }
    }
  }
}
