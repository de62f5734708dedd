package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Nobody of one town reads, changes or so much as notices what another town keeps to itself: every
 * role with every id at every address.
 */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WallTest {

  private static final int AT_ONCE = 4;

  /** How many things that are alike are tried: public ones differ little, internal ones do. */
  private static final int FEW = 2;

  private static final int MANY = 6;

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @Autowired SetUp setUp;
  @Autowired JdbcClient sql;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @LocalServerPort int port;

  private Town ours;
  private Town theirs;
  private Town neighbour;
  private Rows before;
  private List<Actor> outsiders;

  /** What an outsider gets to see for what does not exist, by who asks where. */
  private final Map<String, Seen> absent = new ConcurrentHashMap<>();

  @BeforeAll
  void build() {
    ours = new Town(port, tenants, people, tokens, mails).fill();
    theirs = new Town(port, tenants, people, tokens, mails).fill();
    neighbour = new Town(port, tenants, people, tokens, mails);
    neighbour.handOver(theirs);
    String path = setUp.path();
    theirs.things.add(
        new Thing("setup", path.substring(path.lastIndexOf('/') + 1), Access.BY_LINK, null));
    outsiders = new ArrayList<>();
    outsiders.add(Actor.of("nobody", Caller.at(port)));
    outsiders.add(Actor.of("participant", ours.participant));
    ours.staff.forEach((role, caller) -> outsiders.add(Actor.of(role.key(), caller)));
    before = Rows.of(theirs, sql);
  }

  @Test
  @Order(1)
  void everyAddressIsClassified() {
    Set<String> answered =
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(WallTest::calls)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> classified =
        Routes.ALL.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> unclassified = new TreeSet<>(answered);
    unclassified.removeAll(classified);
    classified.removeAll(answered);
    assertThat(unclassified).as("say in Routes whom these are for").isEmpty();
    assertThat(classified).as("no longer there").isEmpty();
  }

  private static Stream<String> calls(RequestMappingInfo info) {
    Set<String> methods =
        info.getMethodsCondition().getMethods().stream()
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return info.getPatternValues().stream()
        .flatMap(path ->
            (methods.isEmpty() ? Stream.of("GET") : methods.stream())
                .map(method ->
                    method
                        + " "
                        + path.replaceAll("\\{(\\w+)(?::(?:[^{}]|\\{[^}]*})*)?}", "{$1}")));
  }

  /** A test about hiding proves first that there is something to hide. */
  @Test
  @Order(2)
  void itsOwnPeopleReadWhatIsHidden() {
    Set<String> unread = new ConcurrentSkipListSet<>(theirs.read.values());
    Set<String> unopened = new ConcurrentSkipListSet<>();
    List<Actor> insiders =
        theirs.staff.entrySet().stream()
            .map(entry -> Actor.of(entry.getKey().key(), entry.getValue()))
            .toList();
    all(
        reading(),
        route -> {
          boolean opened = false;
          for (Actor insider : insiders) {
            for (Attempt attempt : attempts(route, theirs.tenant.slug(), theirs)) {
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

  private List<Route> reading() {
    return Routes.ALL.stream().filter(route -> !route.writes()).toList();
  }

  @Test
  @Order(3)
  void outsidersReadNothing() {
    assertThat(findings(reading())).isEmpty();
  }

  @Test
  @Order(4)
  void outsidersChangeNothing() {
    assertThat(findings(Routes.ALL.stream().filter(Route::writes).toList())).isEmpty();
    assertThat(Rows.of(theirs, sql)).isEqualTo(before);
  }

  /** Everything of their own, but every id sent along is one of the other town. */
  @Test
  @Order(5)
  void outsidersReachNothingThroughTheirOwn() {
    Set<String> findings = new ConcurrentSkipListSet<>();
    all(
        Routes.ALL.stream()
            .filter(route -> !route.isOpen() && route.isOfTenant() && named(route.fields()))
            .toList(),
        route -> {
          Actor outsider =
              outsiders.stream()
                  .filter(actor -> actor.name().equals(route.opener().key()))
                  .findFirst()
                  .orElseThrow();
          for (Attempt attempt : attempts(route, ours.tenant.slug(), ours)) {
            for (String fields : foreign(route.fields())) {
              Answer answer = outsider.send(route, attempt.path(), Actor.fields(fields));
              findings.addAll(leaks(outsider, attempt, answer));
            }
          }
        });
    assertThat(findings).isEmpty();
    assertThat(Rows.of(theirs, sql)).isEqualTo(before);
  }

  private static boolean named(String fields) {
    return fields.matches(".*\\{(potentials|wishes|commitments|department|registration)}.*");
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
  @Order(6)
  void outsidersHearNothingOnTheBoard() {
    Thing board = theirs.all("boards").getFirst();
    String door = theirs.tenant.url("/boards/" + board.id() + "/socket");
    Actor lead = Actor.of("lead", theirs.of(Role.FACILITATOR));
    var owner = Ear.at(port, door, lead.caller().credentials());
    owner.say("{\"type\": \"hello\", \"lastSeq\": -1}");
    await().untilAsserted(() -> assertThat(String.join("", owner.frames)).contains(theirs.marker));
    for (Actor outsider : outsiders) {
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

  /** Whoever carries a workshop with others reads and leads it, once that was accepted. */
  @Test
  @Order(7)
  void coHostsShareWhatTheyAccepted() {
    Thing shared = theirs.workshop("Wir reden gemeinsam", List.of(ours));
    String workshop = "/workshops/" + shared.id();
    theirs.of(Role.FACILITATOR).post(theirs.api(workshop + "/phase"), "{\"to\": \"next\"}");
    String said = theirs.secret("said among hosts");
    theirs.note(shared, theirs.join(shared, Caller.at(port)), said);
    String notes = theirs.api(workshop + "/notes");
    String results = theirs.tenant.url(workshop + "/results");
    Caller lead = ours.of(Role.FACILITATOR);
    Caller steward = ours.of(Role.STEWARD);

    assertThat(lead.get(notes).status()).as("only invited").isEqualTo(403);
    assertThat(lead.get(theirs.tenant.url(workshop + "/harvest")).status()).isEqualTo(403);
    String carry = ours.tenant.url(workshop + "/carry");
    assertThat(steward.submit("/account", carry, Map.of()).status()).isEqualTo(403);
    assertThat(lead.submit("/account", carry, Map.of()).status()).isEqualTo(303);

    assertThat(lead.get(notes).body()).as("carrying it").contains(said);
    assertThat(lead.get(theirs.tenant.url(workshop + "/harvest")).body()).contains(said);
    assertThat(steward.get(notes).status()).as("does not lead").isEqualTo(403);
    assertThat(steward.get(results).status()).isEqualTo(200);
    assertThat(neighbour.of(Role.FACILITATOR).get(notes).status()).isEqualTo(403);
    assertThat(neighbour.of(Role.STEWARD).get(results).body()).doesNotContain(said);
    Thing alone = theirs.all("workshops").getFirst();
    assertThat(lead.get(theirs.api("/workshops/" + alone.id() + "/notes")).status()).isEqualTo(403);
  }

  /** What outsiders tried would have worked: the owner's people do the very same. */
  @Test
  @Order(9)
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
    for (Attempt attempt : attempts(route, theirs.tenant.slug(), theirs, Integer.MAX_VALUE)) {
      for (int turn = 0; turn < (named(route.fields()) ? 3 : 1); turn++) {
        Answer answer = owner.send(route, attempt.path(), fields(route, theirs, turn));
        if (Seen.of(answer, List.of()).isSuccess()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Each outsider at each route with the other town's things, under both towns. */
  private Set<String> findings(List<Route> routes) {
    Set<String> findings = new ConcurrentSkipListSet<>();
    all(
        routes,
        route -> {
          for (Actor outsider : outsiders) {
            for (Attempt attempt : attempts(route, theirs.tenant.slug(), theirs)) {
              findings.addAll(atTheirs(outsider, attempt));
            }
            if (route.isOfTenant() && !route.kinds().isEmpty()) {
              for (Attempt attempt : attempts(route, ours.tenant.slug(), theirs)) {
                findings.addAll(compared(outsider, attempt, attempt.nothing()));
              }
            }
          }
        });
    return findings;
  }

  private List<String> atTheirs(Actor outsider, Attempt attempt) {
    Route route = attempt.route();
    boolean isPublic = attempt.chain().stream().allMatch(Thing::isPublic);
    if (!isPublic) {
      return compared(outsider, attempt, attempt.nothingInternal());
    }
    if (route.isOpen() && route.writes()) {
      return List.of();
    }
    Answer answer = outsider.send(route, attempt.path(), fields(route, ours));
    List<String> findings = new ArrayList<>(leaks(outsider, attempt, answer));
    if (!route.isOpen() && !Seen.of(answer, List.of()).isRefusal()) {
      findings.add(finding(outsider, attempt, "lets in with " + answer.status()));
    }
    return findings;
  }

  /** What is there must look like what is not. */
  private List<String> compared(Actor outsider, Attempt attempt, Attempt nothing) {
    Route route = attempt.route();
    Answer answer = outsider.send(route, attempt.path(), fields(route, ours));
    List<String> findings = new ArrayList<>(leaks(outsider, attempt, answer));
    Seen expected =
        absent.computeIfAbsent(
            outsider.name() + " " + route.name() + " " + nothing.slug() + " " + nothing.kept(),
            key ->
                Seen.of(outsider.send(route, nothing.path(), fields(route, ours)), nothing.ids()));
    Seen seen = Seen.of(answer, attempt.ids());
    boolean foreign = attempt.slug().equals(theirs.tenant.slug()) || !route.isOfTenant();
    if (foreign && !route.isOpen() && !seen.isRefusal()) {
      findings.add(finding(outsider, attempt, "lets in with " + answer.status()));
    }
    if (!seen.equals(expected)) {
      findings.add(finding(outsider, attempt, "says " + seen.unlike(expected)));
    }
    return findings;
  }

  private List<String> leaks(Actor outsider, Attempt attempt, Answer answer) {
    String all = answer.body() + answer.headers().map();
    return all.contains(theirs.marker)
        ? List.of(finding(outsider, attempt, "tells »" + around(all, theirs.marker) + "«"))
        : List.of();
  }

  private String finding(Actor outsider, Attempt attempt, String what) {
    return attempt.route().name()
        + (attempt.slug().equals(ours.tenant.slug()) ? " under the own town" : "")
        + attempt.chain().stream().map(t -> " " + t.kind() + "=" + t.access()).toList()
        + " "
        + what
        + " as "
        + outsider.name();
  }

  private static String around(String text, String word) {
    int at = text.indexOf(word);
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }

  /** Every way to fill in a route with the things of a town, as an outsider would name them. */
  private List<Attempt> attempts(Route route, String slug, Town town) {
    return attempts(route, slug, town, MANY);
  }

  private List<Attempt> attempts(Route route, String slug, Town town, int many) {
    if (route.kinds().isEmpty()) {
      return List.of(new Attempt(route, slug, List.of(), List.of()));
    }
    Map<List<Access>, List<Attempt>> attempts = new LinkedHashMap<>();
    for (Thing thing : town.things) {
      List<Thing> chain = thing.chain();
      if (chain.stream().map(Thing::kind).toList().equals(route.kinds())) {
        List<Attempt> alike =
            attempts.computeIfAbsent(
                chain.stream().map(Thing::access).toList(), access -> new ArrayList<>());
        if (alike.size() < (thing.isPublic() ? Math.max(FEW, many - MANY) : many)) {
          alike.add(new Attempt(route, slug, chain, chain.stream().map(this::named).toList()));
        }
      }
    }
    assertThat(attempts).as("the town has nothing for " + route.name()).isNotEmpty();
    return attempts.values().stream().flatMap(List::stream).toList();
  }

  /** A link is known to its owner only; others have the second half of a link of their own. */
  private String named(Thing thing) {
    if (thing.access() != Access.BY_LINK) {
      return thing.id();
    }
    String own =
        ours.things.stream()
            .filter(other -> other.kind().equals(thing.kind()))
            .map(Thing::id)
            .findFirst()
            .orElseGet(Ids::next);
    int dot = thing.id().lastIndexOf('.');
    return dot < 0
        ? own
        : thing.id().substring(0, dot) + own.substring(Math.max(0, own.lastIndexOf('.')));
  }

  private static Map<String, String> fields(Route route, Town town) {
    return fields(route, town, 0);
  }

  private static Map<String, String> fields(Route route, Town town, int turn) {
    return Actor.fields(town.filled(route.fields(), turn));
  }

  private static void all(List<Route> routes, Consumer<Route> work) {
    var places = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var started =
          routes.stream()
              .map(route ->
                  threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                      work.accept(route);
                    } finally {
                      places.release();
                    }
                  }))
              .toList();
      for (var one : started) {
        one.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
