package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody does in the room stays theirs while others act and while the server is away. */
class SteadyRoomTest {

  private static final String UNSENT = "Nicht gesendet: Die Verbindung fehlt.";
  private static final Pattern PAGE = Pattern.compile("/(room|beamer)(\\?.*)?$");
  private static final String SCRIPTED =
      "() => customElements.get('workshop-room') || customElements.get('workshop-beamer')";
  private static final String STANDING = "() => window.standing === true";

  private final URI home = Program.demo();
  private final String word = Words.fresh();
  private final Browsers browsers = new Browsers();
  private final Window lab = new Window(browsers, home, Device.DESK);
  private final Window laptop = new Window(browsers, home, Device.DESK);
  private final Participant anna = new Participant(laptop);
  private final Api api = new Api(home, "reallabor", "demo-facilitator-reallabor");
  private String id = "";
  private String code = "";
  private String room = "";

  @AfterEach
  void leave() {
    browsers.close();
  }

  private void plan(String template) {
    JsonObject planned =
        api.create(
            "workshops",
            Map.of(
                "title",
                "Ruhig " + word,
                "startsAt",
                "2099-12-03T13:00:00Z",
                "endsAt",
                "2099-12-03T17:00:00Z",
                "template",
                template,
                "coHosts",
                List.of("moers")));
    id = planned.get("id").getAsString();
    code = planned.get("joinCode").getAsString();
    room = "/reallabor/workshops/" + id + "/room";
  }

  private void lead() {
    Staff.enter(lab, "facilitator", "reallabor");
    lab.go(room);
  }

  private void open(String title) {
    String line =
        api.items("workshops/" + id + "/agenda").stream()
            .filter(each -> each.get("title").getAsString().equals(title))
            .findFirst()
            .orElseThrow()
            .get("id")
            .getAsString();
    api.post("workshops/" + id + "/phase", Map.of("to", line));
  }

  private void addStep(String kind, String title, String video) {
    String version = api.get("workshops/" + id + "/agenda").get("version").getAsString();
    api.create(
        "workshops/" + id + "/agenda",
        Map.of(
            "version",
            version,
            "kind",
            kind,
            "title",
            title,
            "minutes",
            "10",
            "dots",
            "5",
            "zones",
            "Das brauchen wir",
            "video",
            video,
            "groups",
            video.equals("groups") ? "same" : "none"));
  }

  @Test
  void theNoteChosenIsTheOneThatAllSee() {
    plan("empty");
    anna.comeIn(code, "Anna");
    open("Sammeln");
    anna.isIn("Sammeln").write("Erste " + word).write("Zweite " + word).write("Dritte " + word);
    lead();
    new Participant(lab).seesNote("Dritte " + word);
    lab.page().getByText("Notiz zeigen").click();
    Locator notes = lab.page().locator("#spotlight-note");
    notes.selectOption(new SelectOption().setLabel("Zweite " + word));

    laptop.press("Melden");
    lab.sees("1. Anna");
    assertThat(notes.locator("option:checked")).hasText("Zweite " + word);
    laptop.page().locator("#room-hand").click();
    assertThat(lab.page().locator(".hands")).hasCount(0);
    assertThat(notes.locator("option:checked")).hasText("Zweite " + word);

    lab.press("Allen zeigen");
    assertThat(laptop.page().locator(".spotlight__words")).hasText("Zweite " + word);
    laptop.isFine();
    lab.isFine();
  }

  @Test
  void whoGoesByKeysStaysWhereTheyAre() {
    plan("short-90");
    anna.comeIn(code, "Anna");
    Locator people = laptop.page().locator("#drawer-tabs [data-drawer=people]");
    Locator join = laptop.named(AriaRole.BUTTON, "Ich mache mit");
    join.focus();
    comes("Ben");
    assertThat(people).containsText("2");
    assertThat(join).isFocused();
    laptop.page().keyboard().press("Enter");
    laptop.sees("Sie machen mit.");

    people.focus();
    comes("Cem");
    assertThat(people).containsText("3");
    assertThat(people).isFocused();
    laptop.isFine();
  }

  @Test
  void whoReadsFurtherDownStaysThere() {
    plan("empty");
    for (int i = 1; i <= 25; i++) {
      new Api(home, "reallabor", null)
          .post("workshops/" + id + "/join", Map.of("code", code, "name", "Person " + i));
    }
    lead();
    lab.page().waitForFunction(SCRIPTED);
    lab.follow("Leute");
    Locator people = lab.page().locator("#drawer-people");
    people.evaluate("list => list.scrollTo(0, 300)");
    comes("Ben");
    assertThat(lab.page().locator("#drawer-tabs [data-drawer=people]")).containsText("26");
    assertThat(people.evaluate("list => list.scrollTop")).isEqualTo(300);
    lab.isFine();
  }

  @Test
  void whoIsCalledIsMarkedThere() {
    plan("empty");
    anna.comeIn(code, "Anna");
    comes("Ben");
    addStep("collect", "In Gruppen", "groups");
    JsonObject round = api.create("workshops/" + id + "/groups", Map.of("groups", 2));
    api.post("workshops/" + id + "/groups/" + round.get("id").getAsString() + "/release", Map.of());
    lead();
    open("In Gruppen");
    lab.page().locator("[data-visit='1']").first().click();
    lab.page().locator("a[data-visit='0']").click();
    laptop.press("Hilfe");
    lab.press("Hingehen");
    Locator here = lab.page().locator("#room-groups [aria-current=page]");
    assertThat(here).not().hasAttribute("data-visit", "0");
    String group = here.getAttribute("data-visit");
    lab.page().waitForURL(url -> url.endsWith("?group=" + group));
    assertThat(lab.page().getByText("bittet um Hilfe")).hasCount(0);
    assertThat(laptop.page().getByText("Sie sind in Gruppe " + group).first()).isVisible();
    lab.isFine();
    laptop.isFine();
  }

  /** Somebody else joins. */
  private void comes(String name) {
    try (var other = new Window(browsers, home, Device.PLAIN)) {
      new Participant(other).comeIn(code, name);
    }
  }

  @Test
  void aServerThatIsAwayTakesNeitherWordsNorTheRoom() {
    plan("empty");
    lead();
    lab.go(room.replace("/room", "/beamer")).sees("Gleich geht es los");
    anna.comeIn(code, "Anna");
    for (Window each : List.of(laptop, lab)) {
      // A link followed before the script is there loads the page, as it should.
      each.page().waitForFunction(SCRIPTED);
      each.page().evaluate("() => { window.standing = true; }");
    }
    String question = "Was kostet " + word + "?";
    laptop.follow("Fragen").fill("Ihre Frage", question);
    laptop.page().route("**/room/questions", SteadyRoomTest::isAway);
    laptop.press("Frage stellen").sees(UNSENT).isToldOf(502);
    assertThat(laptop.page().getByLabel("Ihre Frage")).hasValue(question);

    laptop.page().unroute("**/room/questions");
    List<String> refused = new ArrayList<>();
    for (Window each : List.of(laptop, lab)) {
      each.page()
          .route(
              PAGE,
              route -> {
                refused.add(route.request().url());
                isAway(route);
              });
    }
    comes("Ben");
    laptop.page().waitForCondition(() -> refused.stream().distinct().count() == 2);
    for (Window each : List.of(laptop, lab)) {
      assertThat(each.page().evaluate(STANDING)).isEqualTo(true);
      each.page().unroute(PAGE);
    }
    laptop.press("Frage stellen");
    assertThat(laptop.page().locator("#question-list")).containsText(question);
    assertThat(laptop.page().getByLabel("Ihre Frage")).hasValue("");
    assertThat(laptop.page().evaluate(STANDING)).isEqualTo(true);
    lab.sees("2 sind dabei").isToldOf(502).isFine();
    assertThat(lab.page().evaluate(STANDING)).isEqualTo(true);
    laptop.isToldOf(502).isFine();
  }

  private static void isAway(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(502)
            .setContentType("text/html")
            .setBody("<html><body><center><h1>502 Bad Gateway</h1></center></body></html>"));
  }

  @Test
  void whoLeadsIsMarkedWhereTheyAre() {
    plan("empty");
    for (String name : List.of("Anna", "Ben")) {
      comes(name);
    }
    addStep("collect", "In Gruppen", "groups");
    JsonObject round = api.create("workshops/" + id + "/groups", Map.of("groups", 2));
    api.post("workshops/" + id + "/groups/" + round.get("id").getAsString() + "/release", Map.of());
    lead();
    lab.go(room.replace("/room", "/video"));
    lab.page().locator("#url0").fill("https://treffen.example/alle");
    lab.page().locator("#url1").fill("https://treffen.example/eins");
    lab.page().locator("form[method=post] button.kern-btn--primary").click();
    open("In Gruppen");
    lab.go(room).isFine();
    Locator outside = lab.page().locator("#room-media a");
    assertThat(outside).hasAttribute("href", "https://treffen.example/alle");

    Locator first = lab.page().locator("[data-visit='1']");
    first.click();
    assertThat(outside).hasAttribute("href", "https://treffen.example/eins");
    assertThat(first).isFocused();
    assertThat(first).hasAttribute("aria-current", "page");

    lab.page().getByText("An alle schreiben").click();
    lab.fill("Was sollen alle lesen?", "Hallo " + word).press("An alle senden");
    assertThat(lab.page().locator(".facilitation__words")).hasText("Hallo " + word);
    assertThat(first).hasAttribute("aria-current", "page");
    assertThat(outside).hasAttribute("href", "https://treffen.example/eins");

    lab.page().goBack();
    assertThat(outside).hasAttribute("href", "https://treffen.example/alle");
    assertThat(first).not().hasAttribute("aria-current", "page");
    lab.isFine();
  }

  @Test
  void aCountThatWasNotKeptIsSentAgainByTheSameKey() {
    plan("empty");
    addStep("dots", "Punkte", "plenary");
    anna.comeIn(code, "Anna");
    open("Sammeln");
    anna.isIn("Sammeln").write("Erste " + word).write("Zweite " + word);
    open("Punkte");
    lead();
    lab.go(room.replace("/room", "/cards"));
    Locator counts = lab.page().locator(".cards__dots input[name=count]");
    lab.page().route("**/dots", SteadyRoomTest::isAway);
    counts.first().fill("7");
    counts.first().press("Enter");
    Locator row = lab.page().locator(".cards__count .row").first();
    assertThat(row.locator(".kern-error"))
        .hasText(UNSENT + " Versuchen Sie es gleich noch einmal.");
    assertThat(counts.nth(1)).isFocused();
    lab.isToldOf(502).isFine().fits();

    lab.page().unroute("**/dots");
    counts.first().press("Enter");
    assertThat(row.locator(".cards__kept")).isVisible();
    assertThat(row.locator(".kern-error")).isHidden();
    lab.isFine();
  }
}
