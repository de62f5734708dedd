package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.board.Ear;
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

/** Who sees and hears whom in a workshop, on real lines. */
@AllmendeTest
class MediaRoomTest {

  private static final String CANDIDATE =
      "{\"candidate\":\"candidate:1 1 udp 1 10.0.0.1 9 typ host\",\"sdpMid\":\"0\","
          + "\"sdpMLineIndex\":0}";

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired ParticipantStore participants;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private WorkshopFixtures fixtures;
  private Place here;

  /** A workshop, and whoever leads it. */
  private record Place(Tenant town, String id, String code, Caller lead, String token) {

    String api(String path) {
      return "/" + town.slug() + "/api/v1/workshops/" + id + path;
    }

    String line() {
      return "/" + town.slug() + "/workshops/" + id + "/room/media";
    }
  }

  @BeforeEach
  void plan() {
    fixtures = new WorkshopFixtures(tenants, people, tokens);
    here = place("Labor");
  }

  private Place place(String name) {
    Tenant town = fixtures.town(name);
    String token = fixtures.token(town, Role.FACILITATOR);
    Caller lead = Caller.at(port).with(token);
    Answer planned =
        lead.post(
            "/" + town.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "empty"}
            """);
    return new Place(town, planned.text("id"), planned.text("joinCode"), lead, token);
  }

  private String join(Place place, String name) {
    String body = "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(place.code(), name);
    return Caller.at(port).post(place.api("/join"), body).text("token");
  }

  /** On the line, and told which room that is. */
  private Ear enter(Place place, String token) {
    return enter(place, List.of("Authorization: Bearer " + token));
  }

  private Ear enter(Place place, List<String> credentials) {
    Ear ear = Ear.at(port, place.line(), credentials);
    ear.say("{\"type\":\"hello\",\"microphone\":true}");
    ear.await("room", frame -> true);
    return ear;
  }

  private static String id(Ear ear) {
    return ear.await("welcome", frame -> true).path("me").asString();
  }

  private static List<String> names(JsonNode room) {
    return StreamSupport.stream(room.path("people").spliterator(), false)
        .map(person -> person.path("name").asString())
        .toList();
  }

  /** Where the person is now. */
  private static int group(Ear ear) {
    return ear.all("room").getLast().path("group").asInt();
  }

  private static void signal(Ear from, String to) {
    int entry = from.all("room").getLast().path("entry").asInt();
    from.say(
        "{\"type\":\"signal\",\"to\":\"%s\",\"from\":\"%s\",\"entry\":%d,\"candidate\":%s}"
            .formatted(to, to, entry, CANDIDATE));
  }

  private static void isRefused(Ear ear, String code) {
    ear.await("refused", frame -> frame.path("code").asString().equals(code));
  }

  @Test
  void whatIsSaidReachesTheOtherEndUnderTheNameOfItsSender() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"))) {
      JsonNode came = anna.await("came", frame -> true).path("person");
      assertThat(names(ben.await("room", frame -> true))).containsExactly("Anna");
      assertThat(came.toString())
          .isEqualTo(
              "{\"id\":\"%s\",\"name\":\"Ben\",\"microphone\":true,\"camera\":false,\"screen\":false,\"voice\":false}"
                  .formatted(id(ben)));

      signal(ben, id(anna));

      JsonNode heard = anna.await("signal", frame -> true);
      assertThat(heard.path("from").asString()).isEqualTo(id(ben));
      assertThat(heard.path("candidate").toString()).isEqualTo(CANDIDATE);
    }
  }

  @Test
  void nobodyReachesSomebodyOfAnotherWorkshop() {
    Place there = place("Nebenan");
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear nina = enter(there, join(there, "Nina"))) {
      signal(nina, id(anna));
      isRefused(nina, "away");
      assertThat(anna.all("signal")).isEmpty();
      assertThat(anna.all("came")).isEmpty();
    }
  }

  @Test
  void onlyWhoTakesPartHasALine() {
    Place there = place("Nebenan");
    String stranger = join(there, "Nina");
    for (List<String> headers :
        List.<List<String>>of(
            List.of(),
            List.of("Authorization: Bearer " + stranger),
            List.of("Authorization: Bearer " + there.token()))) {
      assertThatThrownBy(() -> Ear.at(port, here.line(), headers))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
    String wrong = "/" + there.town().slug() + "/workshops/" + here.id() + "/room/media";
    List<String> own = List.of("Authorization: Bearer " + join(here, "Anna"));
    assertThatThrownBy(() -> Ear.at(port, wrong, own))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void aPhaseOfGroupsMovesEverybodyAndWhoLeadsVisits() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"));
        Ear lead = enter(here, leading())) {
      Answer round = here.lead().post(here.api("/groups"), "{\"groups\": 2}");
      here.lead().post(here.api("/groups/" + round.text("id") + "/release"), "{}");
      String groups = phase("Gruppen", "groups");
      open(groups);

      JsonNode own = anna.await("room", room -> room.path("group").asInt() > 0);
      JsonNode other = ben.await("room", room -> room.path("group").asInt() > 0);
      assertThat(own.path("group").asInt() + other.path("group").asInt()).isEqualTo(3);
      assertThat(names(own)).isEmpty();
      signal(ben, id(anna));
      isRefused(ben, "away");
      assertThat(anna.all("signal")).isEmpty();

      lead.say("{\"type\":\"visit\",\"group\":%d}".formatted(own.path("group").asInt()));
      JsonNode visited = lead.await("room", room -> room.path("group").asInt() > 0);
      assertThat(names(visited)).containsExactly("Anna");
      ben.say("{\"type\":\"visit\",\"group\":%d}".formatted(own.path("group").asInt()));
      lead.say("{\"type\":\"visit\",\"group\":7}");
      lead.await("room", room -> room != visited && room.path("group").asInt() == 0);

      open(phase("Zusammen", "plenary"));
      anna.await("room", room -> room.path("group").asInt() == 0 && !names(room).isEmpty());
      await()
          .untilAsserted(() ->
              assertThat(ben.all("room"))
                  .extracting(room -> room.path("group").asInt())
                  .containsExactly(0, other.path("group").asInt(), 0));
    }
  }

  @Test
  void whoLeadsSpeaksIntoGroupsFromElsewhere() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"));
        Ear lead = enter(here, leading())) {
      here.lead().post(here.api("/groups"), "{\"groups\": 2}");
      assertThat(groups(lead.await("voices", frame -> true))).isEmpty();
      open(phase("Gruppen", "groups", "same"));
      await().until(() -> group(anna) + group(ben) == 3);
      lead.await("voices", frame -> groups(frame).equals(List.of(1, 2)));
      assertThat(groups(anna.await("voices", frame -> true))).isEmpty();

      try (Ear voice = speak(group(anna), leading());
          Ear stranger =
              speak(group(anna), List.of("Authorization: Bearer " + join(here, "Cem")))) {
        isRefused(stranger, "voice");
        JsonNode speaker = anna.await("came", MediaRoomTest::isVoice).path("person");
        assertThat(speaker.path("id").asString()).isEqualTo(id(voice));
        assertThat(names(voice.await("room", frame -> true))).containsExactly("Anna");
        signal(anna, id(voice));
        voice.await("signal", frame -> true);
        assertThat(lead.all("bye")).isEmpty();
        assertThat(ben.all("came")).noneMatch(MediaRoomTest::isVoice);

        lead.say("{\"type\":\"visit\",\"group\":%d}".formatted(group(ben)));
        lead.await("voices", frame -> groups(frame).equals(List.of(group(anna))));

        open(phase("Zusammen", "plenary"));
        voice.await("bye", frame -> true);
        anna.await("left", frame -> frame.path("id").asString().equals(id(voice)));
        await().until(() -> groups(lead.all("voices").getLast()).isEmpty());
      }
    }
  }

  private Ear speak(int group, List<String> credentials) {
    Ear voice = Ear.at(port, here.line(), credentials);
    voice.say("{\"type\":\"hello\",\"microphone\":true,\"voice\":%d}".formatted(group));
    return voice;
  }

  private static List<Integer> groups(JsonNode voices) {
    return StreamSupport.stream(voices.path("groups").spliterator(), false)
        .map(JsonNode::asInt)
        .toList();
  }

  private static boolean isVoice(JsonNode came) {
    return came.path("person").path("voice").asBoolean();
  }

  @Test
  void aVoiceNeedsNoPlaceInAFullRoom() {
    List<Ear> people = new ArrayList<>();
    try (Ear lead = enter(here, leading())) {
      for (int i = 1; i <= 13; i++) {
        people.add(enter(here, join(here, "Person " + i)));
      }
      here.lead().post(here.api("/groups"), "{\"groups\": 2}");
      open(phase("Gruppen", "groups", "same"));
      await().until(() -> people.stream().allMatch(ear -> group(ear) > 0));
      List<Ear> waiting =
          people.stream()
              .filter(ear -> ear.all("room").getLast().path("full").asBoolean())
              .toList();
      assertThat(waiting).hasSize(1);
      lead.await("voices", frame -> !groups(frame).isEmpty());
      try (Ear voice = speak(group(waiting.getFirst()), leading())) {
        JsonNode room = voice.await("room", frame -> true);
        assertThat(room.path("full").asBoolean()).isFalse();
        assertThat(names(room)).hasSize(6);
      }
    } finally {
      people.forEach(Ear::close);
    }
  }

  @Test
  void groupsThatAreCalledBackAreTogetherWhenTheirTimeIsUp() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"))) {
      here.lead().post(here.api("/groups"), "{\"groups\": 2}");
      open(phase("Gruppen", "groups", "same"));
      await().until(() -> group(anna) + group(ben) == 3);

      JsonNode going = here.lead().get(here.api("/acts")).json().path("items").path(0);
      String end = here.api("/acts/" + going.path("id").asString() + "/end");
      Answer called = here.lead().post(end, "{\"seconds\": 3}");
      assertThat(called.status()).isEqualTo(200);

      await().until(() -> group(anna) == 0 && group(ben) == 0);
    }
  }

  @Test
  void aPairTalksAloneUntilItsRoundIsOver() {
    phase("Ankommen", "plenary", "none", "arrival");
    Caller jette = fixtures.browser(port, here.town(), Role.FACILITATOR);
    Caller annas = willing("Anna");
    Caller bens = willing("Ben");
    try (Ear anna = enter(here, annas.frozen().credentials());
        Ear ben = enter(here, bens.frozen().credentials());
        Ear cem = enter(here, join(here, "Cem"));
        Ear lead = enter(here, jette.frozen().credentials())) {
      submit(jette, "arrival/rounds");

      JsonNode own = anna.await("room", room -> !with(room).isEmpty());
      JsonNode other = ben.await("room", room -> !with(room).isEmpty());
      assertThat(with(own)).containsExactly("Ben");
      assertThat(with(other)).containsExactly("Anna");
      assertThat(own.path("group")).isEqualTo(other.path("group"));
      signal(ben, id(anna));
      anna.await("signal", frame -> frame.path("from").asString().equals(id(ben)));

      for (Ear outside : List.of(cem, lead)) {
        outside.say("{\"type\":\"visit\",\"group\":%s}".formatted(own.path("group")));
        signal(outside, id(anna));
        isRefused(outside, "away");
        assertThat(outside.all("room")).hasSize(1);
      }
      assertThat(anna.all("signal")).hasSize(1);

      submit(jette, "arrival/rounds/end");
      await().until(() -> group(anna) == 0 && group(ben) == 0);
      assertThat(with(anna.all("room").getLast())).isEmpty();
      lead.await("came", frame -> frame.path("person").path("name").asString().equals("Ben"));
    }
  }

  @Test
  void everyRoundHasRoomsOfItsOwnAndWhoIsLeftAloneIsBackWithAll() {
    phase("Ankommen", "plenary", "none", "arrival");
    Caller jette = fixtures.browser(port, here.town(), Role.FACILITATOR);
    Caller annas = willing("Anna");
    Caller bens = willing("Ben");
    try (Ear anna = enter(here, annas.frozen().credentials());
        Ear ben = enter(here, bens.frozen().credentials())) {
      submit(jette, "arrival/rounds");
      await().until(() -> group(anna) > 0 && group(ben) > 0);
      int first = group(anna);

      submit(bens, "arrival/withdrawals");
      await().until(() -> group(anna) == 0 && group(ben) == 0);

      willing("Cem");
      submit(jette, "arrival/rounds");
      JsonNode next = anna.await("room", room -> with(room).equals(List.of("Cem")));
      assertThat(next.path("group").asInt()).isGreaterThan(first);
      assertThat(group(ben)).isZero();
    }
  }

  @Test
  void aPairMeetsOnThePageWhereAllMeetOutsideAndForNoLongerThanItsTime() {
    phase("Ankommen", "plenary", "none", "arrival");
    Caller jette = fixtures.browser(port, here.town(), Role.FACILITATOR);
    String video = "/" + here.town().slug() + "/workshops/" + here.id() + "/video";
    jette.submit(video, video, Map.of("url0", "https://meet.example/alle"));
    Caller annas = willing("Anna");
    willing("Ben");
    try (Ear anna = enter(here, annas.frozen().credentials())) {
      assertThat(anna.all("room").getLast().path("group").isNull()).isTrue();
      submit(jette, "arrival/rounds");
      anna.await("room", room -> with(room).equals(List.of("Ben")));
      assertThat(annas.get(room("")).body())
          .contains("https://meet.example/alle", "Zu zweit sprechen Sie hier auf der Seite.");

      sql.sql("update workshop_pair_round set ends_at = started_at where workshop = ?")
          .param(here.id())
          .update();
      await().until(() -> anna.all("room").getLast().path("group").isNull());
    }
  }

  @Test
  void aGatheringThatCannotBeLookedAtHoldsUpNoOther() {
    Place there = place("Nebenan");
    phase("Ankommen", "plenary", "none", "arrival");
    Caller jette = fixtures.browser(port, here.town(), Role.FACILITATOR);
    Caller annas = willing("Anna");
    willing("Ben");
    try (Ear nina = enter(there, join(there, "Nina"));
        Ear anna = enter(here, annas.frozen().credentials())) {
      spoil(there, "?");
      Instant spoilt = Instant.now();
      await().until(() -> Instant.now().isAfter(spoilt.plusSeconds(5)));
      submit(jette, "arrival/rounds");
      await().until(() -> group(anna) > 0);

      // Nothing is signalled here: only a look finds out.
      sql.sql("update workshop_pair_round set ends_at = started_at where workshop = ?")
          .param(here.id())
          .update();

      await().until(() -> group(anna) == 0);
      assertThat(nina.all("bye")).isEmpty();
    } finally {
      spoil(there, "plenary");
    }
  }

  @Test
  void linesThatBreakWhileTheyAreSpokenToAreGoneAndHoldUpNobody() throws Exception {
    List<String> tokens =
        IntStream.rangeClosed(1, 4).mapToObj(i -> join(here, "Person " + i)).toList();
    String dora = join(here, "Dora");
    here.lead().post(here.api("/groups"), "{\"groups\": 2}");
    open(phase("Gruppen", "groups", "same"));
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear lead = enter(here, leading());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> breaking =
          tokens.stream().map(token -> threads.submit(() -> comesAndBreaks(token))).toList();
      for (int i = 0; !breaking.stream().allMatch(Future::isDone); i++) {
        lead.say("{\"type\":\"visit\",\"group\":%d}".formatted(i % 3));
        Thread.sleep(60);
      }
      for (Future<Boolean> each : breaking) {
        assertThat(each.get()).isTrue();
      }

      open(phase("Zusammen", "plenary"));
      await().until(() -> group(anna) == 0 && group(lead) == 0);
      await()
          .untilAsserted(() -> {
            try (Ear ear = enter(here, dora)) {
              assertThat(names(ear.all("room").getLast())).containsExactly("Anna", "Jette");
            }
          });
    }
  }

  /** Sixty lines, each of which breaks a little later than the one before. */
  private boolean comesAndBreaks(String token) throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      Ear ear = Ear.at(port, here.line(), List.of("Authorization: Bearer " + token));
      ear.say("{\"type\":\"hello\",\"microphone\":true}");
      Thread.sleep(i % 8);
      ear.close();
    }
    return true;
  }

  /** With a word nobody knows in its agenda a workshop cannot be read. */
  private void spoil(Place place, String word) {
    sql.sql("update workshop_phase set video = ? where workshop = ?")
        .params(word, place.id())
        .update();
  }

  private static List<String> with(JsonNode room) {
    return StreamSupport.stream(room.path("with").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  private String room(String path) {
    return "/" + here.town().slug() + "/workshops/" + here.id() + "/room" + path;
  }

  private void submit(Caller browser, String deed) {
    assertThat(browser.submit(room(""), room("/" + deed), Map.of()).status()).isEqualTo(303);
  }

  /** The browser of somebody who wants to meet others. */
  private Caller willing(String name) {
    Caller browser = Caller.at(port);
    String join = room("").replace("/room", "/join");
    browser.submit(join, join, Map.of("code", here.code(), "name", name));
    submit(browser, "arrival/wishes");
    return browser;
  }

  /** What the browser of somebody who leads sends along. */
  private List<String> leading() {
    return fixtures.browser(port, here.town(), Role.FACILITATOR).frozen().credentials();
  }

  private String phase(String title, String video) {
    return phase(title, video, "none");
  }

  private String phase(String title, String video, String groups) {
    return phase(title, video, groups, "review");
  }

  private String phase(String title, String video, String groups, String kind) {
    String version = here.lead().get(here.api("/agenda")).text("version");
    String body =
        """
        {"version": %s, "kind": "%s", "title": "%s", "minutes": 5, "video": "%s",
         "groups": "%s"}
        """
            .formatted(version, kind, title, video, groups);
    return here.lead().post(here.api("/agenda"), body).text("id");
  }

  private void open(String phase) {
    Answer opened = here.lead().post(here.api("/phase"), "{\"to\": \"" + phase + "\"}");
    assertThat(opened.status()).isEqualTo(200);
  }

  @Test
  void aFullRoomLetsTheNextOneInWhenSomebodyGoes() {
    List<Ear> six = new ArrayList<>();
    try {
      for (int i = 1; i <= 6; i++) {
        six.add(enter(here, join(here, "Person " + i)));
      }
      try (Ear seventh = enter(here, join(here, "Sieben"))) {
        assertThat(seventh.await("room", room -> true).path("full").asBoolean()).isTrue();
        signal(seventh, id(six.getFirst()));
        isRefused(seventh, "away");

        six.removeLast().close();

        JsonNode room = seventh.await("room", each -> !each.path("full").asBoolean());
        assertThat(names(room)).hasSize(5).doesNotContain("Person 6");
      }
    } finally {
      six.forEach(Ear::close);
    }
  }

  @Test
  void thePersonIsInOneWindowOnly() {
    String anna = join(here, "Anna");
    try (Ear first = enter(here, anna);
        Ear second = enter(here, anna)) {
      assertThat(first.await("bye", frame -> true).path("reason").asString())
          .isEqualTo("Sie sind in einem anderen Fenster im Video.");
      assertThat(names(second.await("room", room -> true))).isEmpty();
    }
  }

  @Test
  void aMicrophoneCanBeSwitchedOffByWhoLeads() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"))) {
      act("mute", "Anna");
      anna.await("mute", frame -> true);
      assertThat(ben.await("shows", frame -> true).toString()).isEqualTo(shows(anna, false));

      anna.say("{\"type\":\"shows\",\"microphone\":true,\"camera\":false}");
      ben.await("shows", frame -> frame.toString().equals(shows(anna, true)));
      assertThat(ben.all("mute")).isEmpty();
    }
  }

  private static String shows(Ear ear, boolean microphone) {
    return "{\"type\":\"shows\",\"id\":\"%s\",\"microphone\":%s,\"camera\":false,\"screen\":false}"
        .formatted(id(ear), microphone);
  }

  @Test
  void aSharedScreenIsSaidToOthersAndToWhoComesLater() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"))) {
      anna.say("{\"type\":\"shows\",\"microphone\":true,\"camera\":false,\"screen\":true}");
      assertThat(ben.await("shows", frame -> true).path("screen").asBoolean()).isTrue();
      try (Ear cem = enter(here, join(here, "Cem"))) {
        assertThat(cem.await("room", room -> true).path("people"))
            .extracting(person -> person.path("screen").asBoolean())
            .containsExactly(true, false);
      }
    }
  }

  @Test
  void whoIsRemovedIsNoLongerSeenOrHeard() {
    String token = join(here, "Anna");
    try (Ear anna = enter(here, token);
        Ear ben = enter(here, join(here, "Ben"))) {
      act("removal", "Anna");
      assertThat(anna.await("bye", frame -> true).path("reason").asString())
          .isEqualTo("Sie sind nicht mehr im Video dieses Workshops.");
      ben.await("left", frame -> frame.path("id").asString().equals(id(anna)));
      List<String> again = List.of("Authorization: Bearer " + token);
      assertThatThrownBy(() -> Ear.at(port, here.line(), again))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }

  /** Does something to one of the participants. */
  private void act(String kind, String name) {
    ParticipantId who =
        participants.of(new WorkshopId(here.id())).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow()
            .id();
    String body = "{\"kind\": \"%s\", \"participant\": \"%s\"}".formatted(kind, who.value());
    assertThat(here.lead().post(here.api("/acts"), body).status()).isEqualTo(201);
  }

  @Test
  void whatNobodyCanReadHarmsNobody() {
    try (Ear anna = enter(here, join(here, "Anna"));
        Ear ben = enter(here, join(here, "Ben"))) {
      for (String words :
          List.of(
              "",
              "[]",
              "{\"type\":\"dance\"}",
              "{\"type\":\"signal\"}",
              "{\"type\":\"signal\",\"to\":7,\"candidate\":{}}",
              "{\"type\":\"signal\",\"to\":\"1\",\"description\":{\"type\":\"x\",\"sdp\":\"\"}}")) {
        int before = ben.all("refused").size();
        ben.say(words);
        await().until(() -> ben.all("refused").size() > before);
      }
      ben.say("x".repeat(300_000));
      await().until(() -> ben.closed == 1009);
      anna.await("left", frame -> true);
      anna.say("{\"type\":\"ping\"}");
      anna.await("pong", frame -> true);
    }
  }
}
