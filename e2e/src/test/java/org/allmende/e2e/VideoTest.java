package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.bench.video.Janus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * People see each other beside the board, go into groups and come back; decoded pictures are
 * counted, and the page stays as it was.
 */
class VideoTest {

  /** The stage shows a picture that is wider than any camera's here. */
  private static final String LARGE =
      "() => document.querySelector('[data-media-stage] video')?.videoWidth > 320";

  /** What nobody may take from whoever is writing, and that the page was never left. */
  private static final String STANDING =
      """
      () => {
        const { name, value, selectionStart } = document.activeElement;
        return [name, value, selectionStart, scrollY, location.href, performance.timeOrigin];
      }
      """;

  /** The browser asks first: gives nothing until the test says so, and says what it gave. */
  private static final String ASKS_FIRST =
      """
      () => {
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        const leave = new Promise(done => { window.grant = done; });
        window.asked = 0;
        window.given = [];
        navigator.mediaDevices.getUserMedia = async wanted => {
          window.asked++;
          await leave;
          const stream = await ask(wanted);
          window.given.push(...stream.getTracks());
          return stream;
        };
      }
      """;

  private static final String GIVEN_BACK =
      "() => given.length > 0 && given.every(track => track.readyState === 'ended')";

  /** Keeps the connections, to break them, and counts how often all are wanted anew. */
  private static final String BREAKABLE =
      """
      () => {
        const send = WebSocket.prototype.send;
        window.ways = [];
        window.again = 0;
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(...how) {
            super(...how);
            window.ways.push(this);
          }
          get connectionState() {
            return this.broken ? 'failed' : super.connectionState;
          }
        };
        WebSocket.prototype.send = function (data) {
          window.again += String(data).includes('"again"') ? 1 : 0;
          send.call(this, data);
        };
      }
      """;

  private static final String TWO_STAND =
      """
      () => ways.length > 1
          && ways.slice(-2).every(way => !way.broken && way.connectionState === 'connected')
      """;

  private static final String BREAK =
      """
      () => ways.slice(-2).forEach(way => {
        way.broken = true;
        way.dispatchEvent(new Event('connectionstatechange'));
      })
      """;

  /** Lets nothing sound until the test says so, as some browsers do until a page is touched. */
  private static final String SILENT =
      """
      () => {
        const play = HTMLAudioElement.prototype.play;
        window.allowed = false;
        window.sounding = 0;
        HTMLAudioElement.prototype.play = async function () {
          if (!window.allowed) {
            throw new DOMException('Touch the page first.', 'NotAllowedError');
          }
          await play.call(this);
          window.sounding++;
        };
      }
      """;

  /** The first answer of the media server gets lost, and nothing says so. */
  private static final String LOSES_AN_ANSWER =
      """
      () => {
        const take = RTCPeerConnection.prototype.setRemoteDescription;
        let lost = 0;
        RTCPeerConnection.prototype.setRemoteDescription = async function (description) {
          if (description.type !== 'answer' || lost++ > 0) {
            await take.call(this, description);
          }
        };
      }
      """;

  private static final String DENIED =
      " Der Browser gibt Mikrofon oder Kamera nicht frei. Zuhören können Sie trotzdem.";

  private final Browsers browsers = new Browsers();
  private final List<Window> people = new ArrayList<>();

  @AfterEach
  void leave() {
    browsers.close();
  }

  /** A workshop with people who are in its room. */
  private Meeting meet(URI home, String... names) {
    Api lab = new Api(home, "reallabor", "demo-facilitator-reallabor");
    JsonObject planned =
        lab.create(
            "workshops",
            Map.of(
                "title",
                "Video " + Words.fresh(),
                "startsAt",
                "2099-12-03T13:00:00Z",
                "endsAt",
                "2099-12-03T17:00:00Z",
                "template",
                "empty",
                "coHosts",
                List.of("moers")));
    var meeting = new Meeting(lab, planned.get("id").getAsString());
    meeting.open("Sammeln");
    for (String name : names) {
      // The first two at a desk, the others on the way.
      var window = new Window(browsers, home, people.size() < 2 ? Device.DESK : Device.PHONE);
      new Participant(window)
          .join(planned.get("joinCode").getAsString(), name, "Moers", "", "")
          .isIn("Sammeln");
      people.add(window);
    }
    return meeting;
  }

  /** The workshop as the facilitator steers it. */
  private record Meeting(Api lab, String id) {

    void groups(int count) {
      JsonObject round = lab.create("workshops/" + id + "/groups", Map.of("groups", count));
      lab.post(
          "workshops/" + id + "/groups/" + round.get("id").getAsString() + "/release", Map.of());
    }

    /** Adds a step in which groups talk for themselves. */
    void plan(String title) {
      String version = lab.get("workshops/" + id + "/agenda").get("version").getAsString();
      lab.create(
          "workshops/" + id + "/agenda",
          Map.of(
              "version",
              version,
              "kind",
              "collect",
              "title",
              title,
              "minutes",
              "10",
              "zones",
              "Das brauchen wir",
              "video",
              "groups"));
    }

    void open(String title) {
      for (var item : lab.get("workshops/" + id + "/agenda").getAsJsonArray("items")) {
        JsonObject line = item.getAsJsonObject();
        if (line.get("title").getAsString().equals(title)) {
          lab.post("workshops/" + id + "/phase", Map.of("to", line.get("id").getAsString()));
        }
      }
    }
  }

  private void joinVideo() {
    people.forEach(person -> new Participant(person).switchOnCamera());
  }

  private void eachSees(int others) {
    people.forEach(person -> new Participant(person).seesMoving(others));
  }

  private void eachIsTold(String sentence) {
    people.forEach(
        person -> assertThat(person.page().locator("[data-media=status]")).hasText(sentence));
  }

  @Test
  void twoSeeEachOtherWithoutAMediaServer() {
    meet(Program.demo(), "Anna", "Ben");
    joinVideo();
    eachSees(1);
    people.forEach(Window::isFine);

    people.getFirst().press("Verlassen");

    people.removeFirst();
    eachSees(0);
  }

  @Test
  void twoInAPairSeeEachOtherAndAThirdDoesNot() {
    meetInPairs(Program.demo());
  }

  @Test
  void twoInAPairAreAloneOverAMediaServerToo() throws IOException {
    assumeTrue(Janus.isInstalled(), "Janus is not installed (Debian: apt-get install janus)");
    try (Janus janus = Janus.start(Program.folder("janus"));
        Program program = Program.demo("allmende.video.janus", janus.address())) {
      meetInPairs(program.home());
    }
  }

  private void meetInPairs(URI home) {
    var lab = new Window(browsers, home, Device.DESK);
    Staff.enter(lab, "facilitator", "reallabor");
    var facilitator = new Facilitator(lab);
    String code = facilitator.plan("Paare " + Words.fresh());
    facilitator.enterRoom();
    Window anna = arrive(home, code, "Anna");
    Window cem = arrive(home, code, "Cem");
    Window ben = arrive(home, code, "Ben");
    joinVideo();
    eachSees(2);
    anna.press("Ich mache mit");
    ben.press("Ich mache mit");
    lab.sees("2 machen mit.");
    anna.fill("Schreiben Sie ein Wort", "Halb getippt");
    anna.page().keyboard().press("ArrowLeft");
    Object before = anna.page().evaluate(STANDING);

    lab.press("Runde beginnen");

    for (Window one : List.of(anna, ben)) {
      new Participant(one).seesMoving(1);
      one.sees("Im Video sehen und hören jetzt nur Sie einander.").isFine();
    }
    assertThat(anna.page().locator("[data-media=status]"))
        .hasText("Sie sprechen mit Ben. Niemand sonst hört zu.");
    new Participant(cem).seesMoving(0);
    assertThat(anna.page().evaluate(STANDING)).isEqualTo(before);

    lab.press("Runde jetzt beenden");
    eachSees(2);
    eachIsTold("Sie sind hier: Plenum.");
    assertThat(anna.page().evaluate(STANDING)).isEqualTo(before);
    ben.fits();
  }

  private Window arrive(URI home, String code, String name) {
    var window = new Window(browsers, home, people.size() < 2 ? Device.DESK : Device.PHONE);
    new Participant(window).comeIn(code, name);
    people.add(window);
    return window;
  }

  @Test
  void aSharedScreenIsLargeForTheOthersWhileTheyWrite() {
    meet(Program.demo(), "Anna", "Ben");
    joinVideo();
    eachSees(1);
    Window anna = people.getFirst();
    Window ben = people.getLast();
    write(ben);
    List<Object> before = standing();

    anna.press("Bildschirm teilen");

    Locator screen = ben.page().locator("[data-media-stage] figure");
    assertThat(screen).containsText("Bildschirm von Anna");
    ben.page().waitForFunction(LARGE);
    assertThat(anna.page().locator("[data-media-stage] figure")).hasCount(0);
    assertThat(anna.page().locator("[data-media=status]"))
        .hasText("Alle in Ihrem Raum sehen jetzt Ihren Bildschirm.");
    assertThat(standing().getLast()).isEqualTo(before.getLast());
    people.forEach(Window::isFine);

    anna.press("Bildschirm teilen");
    assertThat(screen).hasCount(0);
    eachSees(1);
  }

  @Test
  void aScreenTakenBackInTheBrowserIsNoLongerSaidToBeSeen() {
    meet(Program.demo(), "Anna");
    Page page = listen();
    page.evaluate(
        """
        () => {
          const ask = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getDisplayMedia = async wanted => {
            const stream = await ask(wanted);
            window.shared = stream.getTracks()[0];
            return stream;
          };
        }
        """);
    people.getFirst().press("Bildschirm teilen");
    eachIsTold("Alle in Ihrem Raum sehen jetzt Ihren Bildschirm.");

    page.evaluate("() => { shared.stop(); shared.dispatchEvent(new Event('ended')); }");

    eachIsTold("Sie sind hier: Plenum.");
  }

  @Test
  void whoLeavesWhileTheBrowserAsksIsNeitherSeenNorHeard() {
    meet(Program.demo(), "Anna");
    Page page = people.getFirst().page();
    page.evaluate(ASKS_FIRST);
    people.getFirst().press("Mit Kamera").press("Verlassen");

    page.evaluate("() => grant()");

    page.waitForFunction(GIVEN_BACK);
    assertThat(people.getFirst().named(AriaRole.BUTTON, "Mit Kamera")).isVisible();
    assertThat(page.evaluate("() => asked")).isEqualTo(1);
    eachIsTold("");
    assertThat(page.locator(".video-tile")).hasCount(0);
  }

  @Test
  void aCameraPressedTwiceIsAskedForOnce() {
    meet(Program.demo(), "Anna");
    Page page = listen();
    page.evaluate(ASKS_FIRST);
    Locator camera = people.getFirst().named(AriaRole.BUTTON, "Kamera");
    camera.dblclick();
    page.evaluate("() => grant()");
    assertThat(camera).hasAttribute("aria-pressed", "true");
    assertThat(page.evaluate("() => asked")).isEqualTo(1);

    camera.click();

    assertThat(camera).hasAttribute("aria-pressed", "false");
    page.waitForFunction(GIVEN_BACK);
  }

  @Test
  void whatTheBrowserDeniedIsSaidUntilItIsGiven() {
    meet(Program.demo(), "Anna");
    Page page = people.getFirst().page();
    page.evaluate(
        """
        () => {
          window.ask = navigator.mediaDevices.getUserMedia;
          navigator.mediaDevices.getUserMedia =
              () => Promise.reject(new DOMException('', 'NotAllowedError'));
        }
        """);
    people.getFirst().press("Nur Ton");
    eachIsTold("Sie sind hier: Plenum." + DENIED);

    page.evaluate("() => { navigator.mediaDevices.getUserMedia = window.ask; }");
    people.getFirst().press("Mikrofon");

    eachIsTold("Sie sind hier: Plenum.");
    people.getFirst().press("Verlassen").press("Nur zuhören");
    eachIsTold("Sie sind hier: Plenum.");
    assertThat(people.getFirst().named(AriaRole.BUTTON, "Mikrofon"))
        .hasAttribute("aria-pressed", "false");
  }

  @Test
  void connectionsThatBreakTogetherAreMadeAnewOnce() {
    meet(Program.demo(), "Anna", "Ben", "Cem");
    people.getLast().follow("Video").press("Nur zuhören");
    people.get(1).press("Nur zuhören");
    Page page = people.getFirst().page();
    page.evaluate(BREAKABLE);
    people.getFirst().press("Nur zuhören");
    page.waitForFunction(TWO_STAND);

    page.clock().install();
    page.evaluate(BREAK);
    page.clock().runFor(4000);
    assertThat(page.evaluate("() => again")).isEqualTo(1);

    page.waitForFunction(TWO_STAND);
    page.evaluate(BREAK);
    page.clock().runFor(600);
    assertThat(page.evaluate("() => again")).isEqualTo(2);
  }

  /** The first joins without a device of their own. */
  private Page listen() {
    people.getFirst().press("Nur zuhören");
    eachIsTold("Sie sind hier: Plenum.");
    return people.getFirst().page();
  }

  @Test
  void fourGoIntoGroupsAndBackAndTheBoardOutlivesTheMediaServer() throws IOException {
    assumeTrue(Janus.isInstalled(), "Janus is not installed (Debian: apt-get install janus)");
    try (Janus janus = Janus.start(Program.folder("janus"));
        Program program = Program.demo("allmende.video.janus", janus.address())) {
      Meeting meeting = meet(program.home(), "Anna", "Ben", "Cem", "Dora");
      meeting.plan("In Gruppen");
      meeting.groups(2);
      people.getFirst().page().evaluate(LOSES_AN_ANSWER);
      joinVideo();
      eachSees(3);
      people.forEach(VideoTest::write);
      List<Object> before = standing();

      meeting.open("In Gruppen");
      eachSees(1);
      assertThat(standing()).isEqualTo(before);
      meeting.open("Sammeln");
      eachSees(3);
      eachIsTold("Sie sind hier: Plenum.");
      assertThat(standing()).isEqualTo(before);

      janus.kill();
      eachIsTold(
          "Der Videoserver antwortet nicht. Das Board geht weiter; das Video kommt von selbst"
              + " wieder.");
      new Participant(people.getFirst()).write("Trotzdem");
      people.forEach(person -> new Participant(person).seesNote("Trotzdem"));
      janus.startAgain();
      eachSees(3);
      people.forEach(Window::isFine);
    }
  }

  @Test
  void whoLeadsIsHeardInAllGroupsWithoutAMediaServer() {
    speakToAllGroups(Program.demo());
  }

  @Test
  void whoLeadsIsHeardInAllGroupsOverAMediaServer() throws IOException {
    assumeTrue(Janus.isInstalled(), "Janus is not installed (Debian: apt-get install janus)");
    try (Janus janus = Janus.start(Program.folder("janus"));
        Program program = Program.demo("allmende.video.janus", janus.address())) {
      speakToAllGroups(program.home());
    }
  }

  private void speakToAllGroups(URI home) {
    Meeting meeting = meet(home, "Anna", "Ben", "Cem");
    meeting.plan("In Gruppen");
    meeting.groups(2);
    var lab = new Window(browsers, home, Device.DESK);
    Staff.enter(lab, "facilitator", "reallabor");
    lab.go("/reallabor/workshops/" + meeting.id() + "/room").press("Nur zuhören");
    for (Window person : people) {
      if (person.isSmall()) {
        person.follow("Video");
      }
      person.press("Nur zuhören");
    }
    meeting.open("In Gruppen");
    lab.press("Zu allen Gruppen sprechen");

    assertThat(lab.page().locator("[data-media=status]")).hasText("Alle Gruppen hören Sie.");
    for (Window person : people) {
      assertThat(person.page().locator("[data-media=status]"))
          .containsText("spricht zu allen Gruppen.");
      assertThat(person.page().locator(".video-tile--speaking .video-tile__name"))
          .containsText("An alle: ");
      person.isFine();
    }
    assertThat(microphone(lab)).hasAttribute("aria-pressed", "true");
    lab.isFine().press("Zu allen Gruppen sprechen");

    assertThat(microphone(lab)).hasAttribute("aria-pressed", "false");
    assertThat(lab.page().locator("[data-media=status]")).hasText("Sie sind hier: Plenum.");
    for (Window person : people) {
      assertThat(person.page().locator("[data-media=status]"))
          .containsText("Sie sind hier: Gruppe");
      assertThat(person.page().locator(".video-tile--speaking")).hasCount(0);
    }
    lab.press("Zu allen Gruppen sprechen");
    meeting.open("Sammeln");
    eachIsTold("Sie sind hier: Plenum.");
    assertThat(lab.named(AriaRole.BUTTON, "Zu allen Gruppen sprechen")).isHidden();
    assertThat(lab.page().locator("[data-media=tools]")).isFocused();
    assertThat(microphone(lab)).hasAttribute("aria-pressed", "false");

    lab.press("Mikrofon");
    meeting.open("In Gruppen");
    lab.press("Zu allen Gruppen sprechen").press("Zu allen Gruppen sprechen");
    assertThat(lab.page().locator("[data-media=status]")).hasText("Sie sind hier: Plenum.");
    assertThat(microphone(lab)).hasAttribute("aria-pressed", "true");
    lab.press("Zu allen Gruppen sprechen").press("Mikrofon");
    assertThat(lab.page().locator("[data-media=status]")).hasText("Sie sind hier: Plenum.");
    lab.isFine();
  }

  private static Locator microphone(Window window) {
    return window.named(AriaRole.BUTTON, "Mikrofon");
  }

  @Test
  void whoseBrowserLetsNothingSoundIsToldToTouchThePage() {
    meet(Program.demo(), "Anna", "Ben");
    Window anna = people.getFirst();
    people.getLast().press("Nur Ton");
    anna.page().evaluate(SILENT);
    anna.press("Nur zuhören");
    assertThat(anna.page().locator("[data-media=status]"))
        .hasText("Ihr Browser lässt noch nichts hören. Tippen Sie einmal auf die Seite.");

    anna.page().evaluate("() => { allowed = true; }");
    anna.page().locator("h1").click();

    assertThat(anna.page().locator("[data-media=status]")).hasText("Sie sind hier: Plenum.");
    anna.page().waitForFunction("() => sounding > 0");
    anna.isFine();
  }

  /** Leaves a note half typed, with the cursor within it, on a page scrolled a little. */
  private static void write(Window person) {
    person.fill("Ihre Notiz", "Halb getippt");
    person.page().keyboard().press("ArrowLeft");
    person.page().evaluate("() => scrollBy(0, 40)");
  }

  private List<Object> standing() {
    return people.stream().map(person -> person.page().evaluate(STANDING)).toList();
  }
}
