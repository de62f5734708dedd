package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
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

/** The page on which somebody types in card after card and then the dots, without script. */
@AllmendeTest
class CardPagesTest {

  private static final Pattern ZONE = Pattern.compile("<option value=\"(\\w+)\"( selected)?>");

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired Boards boards;
  @LocalServerPort int port;

  private Caller lead;
  private Caller jette;
  private Workshop workshop;
  private String api;
  private String page;

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    jette = fixtures.browser(port, lab, Role.FACILITATOR);
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
            """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    api = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    page = workshop.url("/cards");
    open("Potenziale");
  }

  @Test
  void keepsThePileForTheNextCard() {
    String second = ZONE.matcher(shown(page)).results().skip(1).findFirst().orElseThrow().group(1);
    Answer first =
        type(Map.of("text", "Baumkataster", "zone", second, "hat", "department", "risk", "legal"));
    URI next = URI.create(first.header("Location"));
    String again = shown(next.getPath() + "?" + next.getQuery());
    assertThat(again)
        .contains("<option value=\"" + second + "\" selected>", "value=\"department\" selected")
        .contains("<span class=\"tally\">1</span>", ">Baumkataster<");
    Answer other =
        type(Map.of("text", "Bänke & <b>Brunnen</b> 🌳", "zone", second, "hat", "administration"));
    assertThat(other.status()).as(other.body()).isEqualTo(303);
    assertThat(shown(page)).contains("Bänke &amp; &lt;b>Brunnen&lt;/b> 🌳");
    assertThat(notes())
        .extracting(BoardNote::text, note -> note.zone().value(), note -> note.hat().key())
        .containsExactly(
            tuple("Baumkataster", second, "department"),
            tuple("Bänke & <b>Brunnen</b> 🌳", second, "administration"));
  }

  @Test
  void givesBackWhatCannotBePinned() {
    String longest = "🌳".repeat(500);
    assertThat(type(Map.of("text", longest)).status()).isEqualTo(303);
    Answer tooLong = type(Map.of("text", longest + "🌳"));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body())
        .contains("Eine Karte ist zu lang. Bis zu 500 Zeichen gehen.")
        .contains("value=\"" + longest + "🌳\"");
    Answer empty = type(Map.of("text", " \n "));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Schreiben Sie, was auf der Karte steht.");
    assertThat(texts()).containsExactly(longest);
  }

  @Test
  void givesBackAWholeListOfWhichOneCardIsWrong() {
    String wrong = "Bäume\n" + "x".repeat(501) + "\nBänke";
    Answer refused = type(Map.of("text", wrong));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("<a href=\"#text\">")
        .containsPattern("<textarea [^>]*id=\"text\"[^>]*>" + wrong + "</textarea>")
        .contains("<details class=\"details\" open>");
    assertThat(type(Map.of("text", "Karte\n".repeat(101))).body())
        .contains("Das sind zu viele Karten auf einmal. Bis zu 100 gehen.");
    assertThat(texts()).isEmpty();
  }

  @Test
  void pinsAListOnceItWasLookedAt() {
    Answer shown = type(Map.of("text", "Bäume\nBrunnen\nBäume"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(texts()).isEmpty();
    Map<String, String> sure = Map.of("text", "Bäume\nBrunnen\nBäume", "sure", "true");
    Map<String, String> form = filled(shown.body(), sure);
    for (int sent = 0; sent < 2; sent++) {
      assertThat(jette.form(page, form.get("_csrf"), form).status()).isEqualTo(303);
    }
    assertThat(texts()).containsExactly("Bäume", "Brunnen", "Bäume");
    assertThat(type(Map.of("text", "Bänke")).status()).isEqualTo(303);
    assertThat(texts()).containsExactly("Bäume", "Brunnen", "Bäume", "Bänke");
  }

  @Test
  void countsDotsNoteByNoteAndLetsThemBeCorrected() {
    type(Map.of("text", "Bäume"));
    type(Map.of("text", "Brunnen"));
    open("Punkte");
    List<String> notes = notes().stream().map(note -> note.id().value()).toList();
    for (String count : List.of("7", "5", "7")) {
      assertThat(count(notes.getFirst(), count).status()).isEqualTo(303);
    }
    assertThat(count(notes.getLast(), "300").status()).as("more than all have").isEqualTo(409);
    assertThat(count(notes.getLast(), "viele").status()).isEqualTo(422);
    assertThat(count(notes.getLast(), "3").status()).isEqualTo(303);
    assertThat(dots()).containsExactly(7, 3);
    assertThat(count(notes.getLast(), "").status()).isEqualTo(303);
    assertThat(dots()).containsExactly(7, 0);
    assertThat(shown(page)).contains("value=\"7\" aria-label=\"Klebepunkte auf „Bäume“\"");
  }

  private Answer count(String note, String count) {
    Map<String, String> form = filled(shown(page), Map.of("count", count));
    return jette.form(page + "/" + note + "/dots", form.get("_csrf"), form);
  }

  /** As a browser does, with the keys of the page it was just shown. */
  private Answer type(Map<String, String> fields) {
    Map<String, String> form = filled(shown(page), fields);
    return jette.form(page, form.get("_csrf"), form);
  }

  private String shown(String path) {
    Answer shown = jette.get(path);
    assertThat(shown.status()).as(shown.body()).isEqualTo(200);
    return shown.body();
  }

  private static Map<String, String> filled(String page, Map<String, String> fields) {
    var form = new HashMap<>(fields);
    for (String key : List.of("_csrf", "_submission")) {
      Pattern.compile("name=\"" + key + "\" value=\"([^\"]+)\"")
          .matcher(page)
          .results()
          .findFirst()
          .ifPresent(found -> form.put(key, found.group(1)));
    }
    return form;
  }

  private List<BoardNote> notes() {
    return boards.export(workshops.board(workshop));
  }

  private List<String> texts() {
    return notes().stream().map(BoardNote::text).toList();
  }

  private List<Integer> dots() {
    return notes().stream().map(BoardNote::dots).toList();
  }

  private void open(String title) {
    for (JsonNode phase : lead.get(api).json().get("phases")) {
      if (phase.get("title").asString().equals(title)) {
        lead.post(api + "/phase", "{\"to\": \"" + phase.get("id").asString() + "\"}");
      }
    }
  }
}
