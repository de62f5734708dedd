package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
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
import tools.jackson.databind.JsonNode;

/** After the last phase, on pages: writing on, feedback and changes, the next run. */
@AllmendeTest
class AfterwardsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired Afterwards afterwards;
  @Autowired ParticipantStore participants;
  @Autowired ParticipantTokens places;
  @Autowired Addresses addresses;
  @Autowired Boards boards;
  @Autowired MailBox mails;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private final String address = Ids.next().toLowerCase(Locale.ROOT) + "@buerger.example";
  private String token;
  private Caller lead;
  private Caller anna;
  private Workshop workshop;
  private String api;

  @BeforeEach
  void gather() {
    var fixtures = new WorkshopFixtures(tenants, people, this.tokens);
    Tenant lab = fixtures.town("Labor");
    token = fixtures.token(lab, Role.FACILITATOR);
    lead = fixtures.browser(port, lab, Role.FACILITATOR).with(token);
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            token,
            """
            {"title": "Daten im Alltag", "startsAt": "2026-12-03T13:00:00Z",
             "endsAt": "2026-12-03T14:30:00Z", "template": "short-90"}
            """);
    workshop = workshops.get(lab.id(), planned.text("id"));
    api = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    anna = Caller.at(port);
    String join = workshop.url("/join");
    anna.submit(
        join,
        join,
        Map.of("code", workshop.joinCode().text(), "name", "Anna Müßig", "tenant", "-"));
    addresses.confirmed(participants.of(workshop.id()).getFirst().person(), address, Locale.GERMAN);
  }

  /** Goes through all steps and leaves a note of those who lead in the first that takes some. */
  private void hold() {
    boolean written = false;
    while (!workshops.get(workshop.id()).isOver()) {
      lead.post(api + "/phase", token, "{\"to\":\"next\"}");
      written = written || write(lead, "Wer pflegt die Bänke?").status() == 201;
    }
    assertThat(written).isTrue();
  }

  private Answer write(Caller writer, String text) {
    return writer.post(api + "/notes", token, "{\"text\":\"" + text + "\"}");
  }

  private Answer submit(Caller caller, String page, String action, Map<String, String> fields) {
    return caller.submit(workshop.url(page), workshop.url(action), fields);
  }

  private List<BoardNote> notes(Workshop of) {
    return boards.export(workshops.board(of));
  }

  @Test
  void peopleWriteOnAsLongAsThoseWhoLeadSay() {
    String day = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(10).toString();
    assertThat(submit(lead, "/afterwards", "/afterwards", Map.of("until", day)).status())
        .as("before the end")
        .isEqualTo(409);
    hold();
    assertThat(write(lead, "Zu spät").status()).isEqualTo(409);
    assertThat(submit(lead, "/afterwards", "/afterwards", Map.of("until", "2020-01-01")).body())
        .contains("Nennen Sie einen Tag in den nächsten 90 Tagen.");

    Answer opened = submit(lead, "/afterwards", "/afterwards", Map.of("until", day));
    assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    assertThat(anna.get(workshop.url("/room")).body())
        .contains("Das Board ist bis", "name=\"text\"");
    assertThat(mails.to(address))
        .singleElement()
        .satisfies(letter ->
            assertThat(letter.subject()).isEqualTo("Sie können weiterschreiben: Daten im Alltag"));
    Answer late = write(lead, "Noch etwas");
    assertThat(late.status()).as(late.body()).isEqualTo(201);
    assertThat(notes(workshop))
        .filteredOn(note -> note.text().equals("Noch etwas"))
        .singleElement()
        .satisfies(note -> assertThat(note.marks().late()).isTrue());

    sql.sql("update workshop_afterwards set until = now() - interval '1 day' where workshop = ?")
        .param(workshop.id().value())
        .update();
    assertThat(anna.get(workshop.url("/room")).body()).doesNotContain("Das Board ist bis");
    afterwards.closeDue();
    assertThat(write(lead, "Zu spät").status()).isEqualTo(409);
  }

  @Test
  void nobodyHasMailSentToOneStrangerAfterTheOther() {
    String csrf = anna.csrf(workshop.url("/closing"));
    List<Integer> sent =
        IntStream.rangeClosed(1, 31)
            .mapToObj(i -> Map.of("contact", "fremd" + i + "@" + Ids.next() + ".example"))
            .map(contact -> anna.form(workshop.url("/closing"), csrf, contact).status())
            .toList();
    assertThat(sent.subList(0, 30)).containsOnly(303);
    assertThat(sent.getLast()).isEqualTo(429);
  }

  @Test
  void whatIsSaidAtTheEndIsChangedInTheNextRun() {
    hold();
    assertThat(submit(anna, "/closing", "/closing/feedback", Map.of("feedback", " ")).status())
        .isEqualTo(422);
    submit(anna, "/closing", "/closing/feedback", Map.of("feedback", "Der Vortrag war zu lang."));
    assertThat(anna.get(workshop.url("/closing")).body()).contains("Der Vortrag war zu lang.");
    String desk = lead.get(workshop.url("/afterwards")).body();
    assertThat(desk).contains("Der Vortrag war zu lang.").doesNotContain("Anna", "Müßig");

    Map<String, String> change =
        Map.of(
            "feedback",
            first("name=\"feedback\" value=\"(\\w+)\"", desk),
            "sentence",
            "Er dauert 15 Minuten.");
    assertThat(submit(lead, "/afterwards", "/improvements", change).status()).isEqualTo(303);
    assertThat(submit(lead, "/afterwards", "/improvements", change).status()).isEqualTo(409);
    assertThat(mails.to(address))
        .singleElement()
        .satisfies(letter ->
            assertThat(letter.text())
                .contains("Wegen Ihrer Rückmeldung ändern wir etwas.", "Er dauert 15 Minuten."));

    Workshop next = next(Map.of());
    assertThat(Caller.at(port).get(next.url("")).body())
        .contains("Was wir ändern", "Er dauert 15 Minuten.", "vorgenommen")
        .doesNotContain("Der Vortrag war zu lang.");
    assertThat(lead.get(next.url("/room")).body()).contains("Er dauert 15 Minuten.");
    String improvement =
        first("/improvements/(\\w+)", lead.get(workshop.url("/afterwards")).body());
    submit(lead, "/afterwards", "/improvements/" + improvement, Map.of("state", "done"));
    assertThat(Caller.at(port).get(next.url("")).body()).contains("umgesetzt");
    assertThat(mails.to(address)).hasSize(2);
  }

  @Test
  void programsSayTakeOnAndPlanToo() {
    hold();
    Caller program = Caller.at(port).with(token);
    Participant said = participants.of(workshop.id()).getFirst();
    Caller birgit = Caller.at(port).with(places.token(said.id()));
    String words = "{\"feedback\": \"Der Vortrag war zu lang.\"}";
    Answer kept = birgit.once(api + "/feedback", words, "zu lang");
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(birgit.once(api + "/feedback", words, "zu lang").body()).isEqualTo(kept.body());
    JsonNode heard = program.get(api + "/feedback").json().get("items");
    assertThat(heard.valueStream().map(each -> each.get("text").asString()))
        .containsExactly("Der Vortrag war zu lang.");
    assertThat(birgit.get(api + "/feedback").status()).isEqualTo(401);

    String change =
        "{\"sentence\": \"Er dauert 15 Minuten.\", \"feedback\": \"%s\"}"
            .formatted(kept.text("id"));
    Answer taken = program.post(api + "/improvements", change);
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    assertThat(program.post(api + "/improvements", change).status()).isEqualTo(409);
    assertThat(program.get(api + "/feedback").json().get("items")).isEmpty();
    String improvement = api + "/improvements/" + taken.text("id");
    Answer done = program.json("PATCH", improvement, "{\"state\": \"done\"}");
    assertThat(birgit.get(api + "/improvements").json().get("items").valueStream())
        .containsExactly(done.json());
    assertThat(program.json("PATCH", improvement, "{\"state\": \"?\"}").status()).isEqualTo(422);

    JsonNode note = program.get(api + "/next").json().get("notes").get(0);
    assertThat(note.get("text").asString()).isEqualTo("Wer pflegt die Bänke?");
    String plan =
        """
        {"title": "Zweiter Lauf", "startsAt": "2027-02-04T13:00:00Z",
         "endsAt": "2027-02-04T14:30:00Z", "notes": ["%s"]}
        """
            .formatted(note.get("id").asString());
    Answer planned = program.once(api + "/next", plan, "zweiter Lauf");
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    assertThat(program.once(api + "/next", plan, "zweiter Lauf").body()).isEqualTo(planned.body());
    assertCarried(workshops.get(workshop.tenant(), planned.text("id")));
    assertThat(
            program
                .get(api + "/next")
                .json()
                .get("runs")
                .valueStream()
                .map(run -> run.get("id").asString()))
        .containsExactly(planned.text("id"));
  }

  @Test
  void theNextRunHasTheAgendaAsItWentAndTheNotesLeftOver() {
    hold();
    sql.sql(
            """
            update workshop_opening set closed_at = opened_at + interval '17 minutes'
            where phase = ?
            """)
        .param(workshop.steps().getFirst().key())
        .update();
    BoardNote left = notes(workshop).getFirst();
    Workshop next = next(Map.of("notes", left.id().value()));

    assertThat(next.phases().stream().map(Phase::title).toList())
        .isEqualTo(workshop.phases().stream().map(Phase::title).toList());
    assertThat(next.steps().getFirst().minutes()).isEqualTo(17);
    assertThat(next.steps().getLast().minutes()).isEqualTo(workshop.steps().getLast().minutes());
    assertCarried(next);
    assertThat(lead.get(next.url("/room")).body())
        .contains("Wer pflegt die Bänke?", "Aus „Daten im Alltag“ vom 3. Dezember 2026");
    assertThat(lead.get(workshop.url("/afterwards")).body()).contains(next.url(""));

    String acts = "/" + next.tenant().slug() + "/api/v1/workshops/" + next.id() + "/acts";
    String rehearsal = lead.post(acts, token, "{\"kind\":\"rehearsal\"}").text("id");
    assertThat(lead.post(acts + "/" + rehearsal + "/end", token, "{}").status()).isLessThan(300);
    assertCarried(next);
  }

  private void assertCarried(Workshop next) {
    assertThat(notes(next))
        .singleElement()
        .satisfies(note -> {
          assertThat(note.text()).isEqualTo("Wer pflegt die Bänke?");
          assertThat(note.zoneTitle()).isEqualTo("Vom letzten Mal");
          assertThat(note.marks().parked()).isNotNull();
          assertThat(boards.comments(note.board()).get(note.id()))
              .containsExactly("Aus „Daten im Alltag“ vom 3. Dezember 2026");
        });
  }

  private Workshop next(Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.putAll(
        Map.of("title", "Zweiter Lauf", "day", "2027-02-04", "start", "13:00", "end", "14:30"));
    Answer planned = submit(lead, "/next", "/next", fields);
    assertThat(planned.status()).as(planned.body()).isEqualTo(303);
    return workshops.get(
        workshop.tenant(),
        first("workshops/(\\w+)/agenda", String.valueOf(planned.header("Location"))));
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
