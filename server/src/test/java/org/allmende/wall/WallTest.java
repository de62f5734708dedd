package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.allmende.AllmendeTest;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.board.Ear;
import org.allmende.people.People;
import org.allmende.people.SetUp;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.allmende.wall.Thing.Access;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Nobody of one town reads, changes or so much as notices what another town keeps to itself: every
 * role with every id at every address.
 */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WallTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @Autowired SetUp setUp;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Town ours;
  private Town theirs;
  private Rows before;
  private Outsiders outsiders;
  private Attempts attempts;

  @BeforeAll
  void build() {
    ours = town().fill();
    theirs = town().fill();
    new Neighbour(town()).handOver(theirs);
    String path = setUp.path();
    theirs.things.add(
        new Thing("setup", path.substring(path.lastIndexOf('/') + 1), Access.BY_LINK, null));
    outsiders = new Outsiders(ours, theirs);
    attempts = new Attempts(ours);
    before = Rows.of(theirs, sql);
  }

  private Town town() {
    return new Town(port, tenants, people, tokens, mails);
  }

  /** A test about hiding proves first that there is something to hide. */
  @Test
  @Order(1)
  void itsOwnPeopleReadWhatIsHidden() {
    Set<String> unread = new ConcurrentSkipListSet<>(theirs.read.values());
    Set<String> unopened = new ConcurrentSkipListSet<>();
    List<Actor> insiders =
        theirs.staff.entrySet().stream()
            .map(entry -> Actor.of(entry.getKey().key(), entry.getValue()))
            .toList();
    AtOnce.each(
        Routes.reading(),
        route -> {
          boolean opened = false;
          for (Actor insider : insiders) {
            for (Attempt attempt : attempts.of(route, theirs.tenant.slug(), theirs)) {
              Answer answer = insider.send(route, attempt.path(), Map.of());
              unread.removeIf(answer.body()::contains);
              opened |= Seen.of(answer, List.of()).isSuccess();
            }
          }
          if (!opened && !route.isOpen() && route.isOfTenant()) {
            unopened.add(route.name());
          }
        });
    assertThat(unopened).as("closed to everybody").isEmpty();
    Map<String, String> hidden = new TreeMap<>();
    theirs.read.forEach((what, word) -> {
      if (unread.contains(word)) {
        hidden.put(what, word);
      }
    });
    assertThat(hidden).as("read by nobody at all").isEmpty();
    theirs.kept.forEach((what, word) -> assertThat(Rows.contain(word, sql)).as(what).isTrue());
  }

  @Test
  @Order(2)
  void outsidersReadNothing() {
    assertThat(outsiders.findings(Routes.reading())).isEmpty();
  }

  @Test
  @Order(3)
  void outsidersChangeNothing() {
    assertThat(outsiders.findings(Routes.writing())).isEmpty();
    assertThat(Rows.of(theirs, sql)).isEqualTo(before);
  }

  /** Everything of their own, but every id sent along is one of the other town. */
  @Test
  @Order(4)
  void outsidersReachNothingThroughTheirOwn() {
    Set<String> findings = new ConcurrentSkipListSet<>();
    AtOnce.each(
        Routes.ALL.stream()
            .filter(route -> !route.isOpen() && route.isOfTenant() && named(route.fields()))
            .toList(),
        route -> {
          Actor outsider = outsiders.named(route.opener().key());
          for (Attempt attempt : attempts.of(route, ours.tenant.slug(), ours)) {
            for (String fields : foreign(route.fields())) {
              Answer answer = outsider.send(route, attempt.path(), Actor.fields(fields));
              findings.addAll(outsiders.leaks(outsider, attempt, answer));
            }
          }
        });
    assertThat(findings).isEmpty();
    assertThat(Rows.of(theirs, sql)).isEqualTo(before);
  }

  private static boolean named(String fields) {
    return fields.matches(".*\\{(potentials|wishes|commitments|department|registration|slides)}.*");
  }

  /** The fields with ids of the other town; what is public there may be chosen, and is left out. */
  private List<String> foreign(String fields) {
    String others =
        theirs
            .filled(fields.replaceAll("\\{(potentials|wishes|commitments)}", "<$1>"), 0)
            .replaceAll("<(\\w+)>", "{$1}");
    List<String> filled = new ArrayList<>();
    for (String kind : List.of("potentials", "wishes", "commitments")) {
      if (others.contains("{" + kind + "}")) {
        theirs.all(kind).stream()
            .filter(thing -> !kind.equals("potentials") || !thing.isPublic())
            .forEach(thing -> filled.add(others.replace("{" + kind + "}", thing.id())));
      }
    }
    if (others.contains("potential")) {
      theirs.all("datasets").stream()
          .filter(thing -> !thing.isPublic())
          .forEach(thing ->
              filled.add(
                  others
                      .replace("potentials", "")
                      .replace("potential", "dataset")
                      .replace("{}", thing.id())));
    }
    return filled.isEmpty() ? List.of(others) : filled;
  }

  /** The door of the board beside its pages. */
  @Test
  @Order(5)
  void outsidersHearNothingOnTheBoard() {
    Thing board = theirs.all("boards").getFirst();
    String door = theirs.tenant.url("/boards/" + board.id() + "/socket");
    Actor lead = Actor.of("lead", theirs.of(Role.FACILITATOR));
    var owner = Ear.at(port, door, lead.caller().credentials());
    owner.say("{\"type\": \"hello\", \"lastSeq\": -1}");
    await().untilAsserted(() -> assertThat(String.join("", owner.frames)).contains(theirs.marker));
    for (Actor outsider : outsiders.all()) {
      List<String> credentials = outsider.caller().credentials();
      var ear = Ear.at(port, door, credentials);
      ear.say("{\"type\": \"hello\", \"lastSeq\": -1}");
      ear.say(
          "{\"type\": \"op\", \"opId\": \"x\", \"kind\": \"note.create\", \"payload\": {\"text\": \"x\"}}");
      await().untilAsserted(() -> assertThat(ear.frames).hasSizeGreaterThanOrEqualTo(2));
      assertThat(ear.frames).allMatch(frame -> frame.contains("\"type\":\"refused\""));
      for (String id : List.of(board.id(), Ids.next())) {
        String elsewhere = ours.tenant.url("/boards/" + id + "/socket");
        assertThatThrownBy(() -> Ear.at(port, elsewhere, credentials))
            .hasCauseInstanceOf(WebSocketHandshakeException.class);
      }
      ear.close();
    }
    owner.close();
    assertThat(Rows.of(theirs, sql)).isEqualTo(before);
  }

  /** What outsiders tried would have worked: the owner's people do the very same. */
  @Test
  @Order(6)
  void itsOwnPeopleMayDoAllThat() {
    theirs.things.add(shared());
    Set<String> impossible = new TreeSet<>();
    for (Route route : Routes.ALL) {
      if (route.writes() && route.isOfTenant() && route.opener() instanceof Role opener) {
        Actor owner = Actor.of(opener.key(), theirs.of(opener));
        if (!works(route, owner)) {
          impossible.add(route.name());
        }
      }
    }
    assertThat(impossible).isEmpty();
  }

  /** An everyday word of the whole installation: no town's own, but each may do without it. */
  private Thing shared() {
    for (JsonNode word : theirs.of(Role.STEWARD).get(theirs.api("/synonyms")).json().get("items")) {
      if (word.get("shared").asBoolean()) {
        return new Thing("synonyms", word.get("id").asString(), Access.PUBLIC, null);
      }
    }
    throw new AssertionError("no shared word");
  }

  private boolean works(Route route, Actor owner) {
    for (Attempt attempt : attempts.of(route, theirs.tenant.slug(), theirs, Integer.MAX_VALUE)) {
      for (int turn = 0; turn < (named(route.fields()) ? 3 : 1); turn++) {
        Answer answer = owner.send(route, attempt.path(), fields(route, theirs, turn));
        if (Seen.of(answer, List.of()).isSuccess()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, String> fields(Route route, Town town, int turn) {
    return Actor.fields(town.filled(route.fields(), turn));
  }
}
