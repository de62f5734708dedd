package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every main page: accessible, German, within the window, light, by day and by night, with and
 * without script.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  private static final long PUBLIC_BUDGET = 120 * 1024;
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(Submit|Cancel|Error|Loading|Search|Settings|Delete|Save|Edit|Dataset|Wishes|undefined|null)\\b|\\?\\?\\?");

  private final URI home = Program.demo();
  private final Browsers browsers = new Browsers();
  private final Map<String, Window> staff = new HashMap<>();
  private final Map<String, Window> windows = new HashMap<>();
  private List<Screen> screens = List.of();

  @BeforeAll
  void find() {
    screens = Screen.all(home);
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  Stream<Arguments> screensAndDevices() {
    return screens.stream()
        .flatMap(screen ->
            Stream.of(Device.DESK, Device.PHONE).map(device -> Arguments.of(screen, device)));
  }

  Stream<Screen> screens() {
    return screens.stream();
  }

  Stream<Screen> publicScreens() {
    return screens.stream().filter(Screen::isPublic);
  }

  /** A new tab with whoever sees the screen; the browser stays open from screen to screen. */
  private Window tab(Screen screen, Device device) {
    return windows
        .computeIfAbsent(device + " of " + screen.account(), who -> window(screen, device))
        .anew();
  }

  private Window window(Screen screen, Device device) {
    var window = new Window(browsers, home, device);
    if (screen.account() != null) {
      window.knownAs(staff.computeIfAbsent(screen.account(), this::enter));
    }
    return window;
  }

  private Window enter(String account) {
    var window = new Window(browsers, home, Device.DESK);
    Staff.enter(window, account.split(" ")[0], account.split(" ")[1]);
    return window;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("screensAndDevices")
  void isAccessibleAndFitsByDayAndNight(Screen screen, Device device) {
    tab(screen, device).go(screen.path()).isFine().fits().isReadableAtNight();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void fitsTheSmallestPhone(Screen screen) {
    tab(screen, Device.SMALL_PHONE).go(screen.path()).fits();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void speaksGerman(Screen screen) {
    String text = tab(screen, Device.PLAIN).go(screen.path()).page().locator("body").innerText();
    assertThat(ENGLISH.matcher(text).results().map(found -> found.group()).toList()).isEmpty();
  }

  /** In a browser that has seen nothing yet. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("publicScreens")
  void weighsLittle(Screen screen) {
    try (Window window = window(screen, Device.DESK)) {
      Set<String> pictures = new HashSet<>();
      var bytes = new AtomicLong();
      CDPSession wire = window.page().context().newCDPSession(window.page());
      wire.send("Network.enable");
      wire.on(
          "Network.responseReceived",
          event -> {
            // By what it is, because the sprite of the icons is not fetched as an image.
            String kind = event.getAsJsonObject("response").get("mimeType").getAsString();
            if (kind.startsWith("image/")) {
              pictures.add(event.get("requestId").getAsString());
            }
          });
      wire.on("Network.loadingFinished", event -> bytes.addAndGet(weight(event, pictures)));
      window
          .go(screen.path())
          .page()
          .waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      System.out.printf("%s weighs %d KB%n", screen, bytes.get() / 1024);
      assertThat(bytes.get())
          .as("bytes sent for %s", screen.path())
          .isLessThanOrEqualTo(PUBLIC_BUDGET);
    }
  }

  private static long weight(JsonObject finished, Set<String> pictures) {
    return pictures.contains(finished.get("requestId").getAsString())
        ? 0
        : finished.get("encodedDataLength").getAsLong();
  }

  @Test
  void tellsWhatIsWrong() {
    try (var window = new Window(browsers, home, Device.PHONE)) {
      window
          .goAstray("/moers/wishes/GIBTESNICHT00000")
          .sees("Diesen Wunsch gibt es nicht")
          .isFine()
          .fits();
      window.goAstray("/nirgendwo/wishes").isFine();
      window
          .go("/moers/wishes/new")
          .press("Wunsch abschicken")
          .sees("Schreiben Sie, welche Daten Sie brauchen");
      window.isToldOf(422).isFine().fits();
    }
  }

  @Test
  void worksWithoutScript() {
    String word = Words.fresh();
    try (var window = new Window(browsers, home, Device.PLAIN)) {
      window.go("/moers/").follow("Wunsch äußern");
      window
          .fill("Ihr Wunsch", "Wie tief ist der Teich am " + word + "?")
          .press("Wunsch abschicken")
          .sees(word);
      String other =
          screens.stream()
              .filter(screen -> screen.name().equals("wish"))
              .findFirst()
              .orElseThrow()
              .path();
      window.go(other).press("Brauche ich auch").sees("Sie sind mitgezählt");
    }
  }

  @Test
  void takesNotesWithoutScript() {
    String word = Words.fresh();
    Api lab = new Api(home, "reallabor", "demo-facilitator-reallabor");
    JsonObject workshop =
        lab.create(
            "workshops",
            Map.of(
                "title",
                word,
                "startsAt",
                "2027-03-01T09:00:00Z",
                "endsAt",
                "2027-03-01T10:30:00Z",
                "template",
                "empty"));
    lab.post("workshops/" + workshop.get("id").getAsString() + "/phase", Map.of("to", "next"));
    try (var window = new Window(browsers, home, Device.PLAIN)) {
      var participant = new Participant(window);
      participant.join(
          workshop.get("joinCode").getAsString(), "Hanne", "Reallabor Niederrhein", "", "");
      window.fill("Ihre Notiz", "Notiz " + word).press("Notiz anheften");
      participant.seesNote("Notiz " + word);
    }
  }
}
