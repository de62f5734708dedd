package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What can be done with a note beside writing it: by menu, by keyboard alone, and without script.
 */
class NotesTest {

  private final URI home = Program.demo();
  private final String word = Words.fresh();
  private final Browsers browsers = new Browsers();
  private final Window lab = new Window(browsers, home, Device.DESK);
  private final Window laptop = new Window(browsers, home, Device.DESK);
  private final Window plain = new Window(browsers, home, Device.PLAIN);
  private final Participant chair = new Participant(lab);
  private final Participant anna = new Participant(laptop);
  private final Participant paul = new Participant(plain);

  @BeforeEach
  void meet() {
    Staff.enter(lab, "facilitator", "reallabor");
    var facilitator = new Facilitator(lab);
    String code = facilitator.plan("Werkbank " + word);
    facilitator.enterRoom();
    anna.join(code, "Anna", "Moers", "Grünflächen", "").isIn("Gleich geht es los");
    paul.join(code, "Paul", "Kleve", "Heimatverein", "").isIn("Gleich geht es los");
    facilitator.open("Potenziale");
    anna.isIn("Potenziale");
  }

  @AfterEach
  void leave() {
    browsers.close();
  }

  @Test
  void byMenuAndKeyboard() {
    String note = word + " Hallenzeiten";
    anna.write(note);
    chair.choose(note, "Aufwand und Risiko", "Aufwand hoch");
    chair.choose(note, "Aufwand und Risiko", "rechtlich zu prüfen");
    assertThat(marks(anna, note)).hasText(new String[] {"Aufwand hoch", "rechtlich zu prüfen"});

    anna.note(note).focus();
    laptop.page().keyboard().press("k");
    laptop.page().keyboard().type("Fragt auch der Sport");
    laptop.page().keyboard().press("Enter");
    assertThat(chair.note(note).locator("[data-act=comments]")).hasText("1 Kommentar");
    laptop.page().keyboard().type("Halb getippt");
    laptop.page().keyboard().press("Escape");
    laptop.page().keyboard().press("k");
    assertThat(laptop.page().locator(":focus")).hasValue("Halb getippt");
    laptop.page().locator(":focus").fill("");
    laptop.page().keyboard().press("Escape");
    laptop.page().keyboard().press("m");
    laptop.page().keyboard().press("End");
    laptop.page().keyboard().press("ArrowUp");
    laptop.page().keyboard().press("Enter");
    assertThat(zone(lab, "Geparkt").locator(".note")).hasCount(1);
    lab.isFine();
    laptop.isFine();

    laptop.page().keyboard().press("Control+z");
    assertThat(zone(lab, "Geparkt")).hasCount(0);
    chair.choose(note, "Verschieben nach „Das hindert uns“");
    laptop.press("Letzte Änderung zurücknehmen");
    laptop.press("Letzte Änderung zurücknehmen");
    laptop.sees("Jemand anderes hat die Notiz inzwischen geändert.").isFine();
  }

  @Test
  void othersLeaveTheFocusWhereItIs() {
    String note = word + " Hallenzeiten";
    String below = word + " Turnhallen";
    anna.write(note).write(below);
    Locator dot = anna.note(note).getByLabel("Punkt geben");
    dot.focus();
    chair.note(note).focus();
    lab.page().keyboard().press("k");
    lab.page().keyboard().type("Auch der Sport fragt");
    lab.page().keyboard().press("Enter");
    assertThat(anna.note(note).locator("[data-act=comments]")).hasText("1 Kommentar");
    assertThat(dot).isFocused();
    lab.page().keyboard().press("Escape");

    anna.note(note).focus();
    laptop.page().keyboard().press("e");
    laptop.page().keyboard().type("Noch nicht fertig: ");
    chair.choose(note, "Verschieben nach „Das hindert uns“");
    Locator moved = zone(laptop, "Das hindert uns").locator(".note");
    assertThat(moved).hasCount(1);
    assertThat(moved.getByLabel("Text Ihrer Notiz")).isFocused();
    laptop.page().keyboard().press("Escape");
    assertThat(moved).isFocused();

    chair.choose(below, "Verschieben nach „Das hindert uns“");
    chair.choose(note, "Auf eine Notiz legen", below);
    Locator stacked = zone(laptop, "Das hindert uns").locator(".notes--stack .note");
    assertThat(stacked).isFocused();
    assertThat(stacked.locator(".note__text")).hasText(note);
    lab.isFine();
    laptop.isFine();
  }

  @Test
  void fromPaperByKeyboard() {
    String room = lab.path();
    String trees = word + " Bäume";
    String wells = word + " Brunnen";
    lab.go(room.replaceFirst("/room$", "/cards"));
    for (String card : List.of(trees, wells)) {
      type(card);
    }
    assertThat(lab.page().locator("#cards-pinned .slip")).hasCount(2);
    assertThat(anna.note(trees)).isVisible();
    assertThat(anna.note(wells)).isVisible();
    lab.isFine().go(room);
    new Facilitator(lab).open("Punkte");
    lab.go(room.replaceFirst("/room$", "/cards"));
    for (String count : List.of("7", "5", "7")) {
      dots(trees).focus();
      lab.page().keyboard().press("Control+a");
      type(count);
      assertThat(lab.page().locator("#dots-said")).hasText(count + ": gespeichert");
    }
    assertThat(dots(wells)).isFocused();
    type("3");
    assertThat(lab.page().locator("#dots-said")).hasText("3: gespeichert");
    lab.isFine().go(lab.path());
    assertThat(dots(trees)).hasValue("7");
    assertThat(dots(wells)).hasValue("3");
  }

  private void type(String words) {
    lab.page().keyboard().type(words);
    lab.page().keyboard().press("Enter");
  }

  private Locator dots(String card) {
    return lab.page().getByLabel("Klebepunkte auf „" + card + "“");
  }

  @Test
  void withoutScript() {
    String note = word + " Trinkbrunnen";
    plain.go(plain.path());
    plain.fill("Ihre Notiz", note).press("Notiz anheften").isFine();
    paul.note(note).getByText("Verschieben und mehr").click();
    looksFineWithScript(plain.path());
    plain.fill("Ihr Kommentar", "Am Rathaus steht einer").press("Kommentar schreiben");
    plain.sees("Am Rathaus steht einer").isFine();
    paul.note(note).getByText("Verschieben und mehr").click();
    plain.press("Parken");
    assertThat(zone(plain, "Geparkt").locator(".note")).hasCount(1);
    assertThat(zone(laptop, "Geparkt").locator(".note")).hasCount(1);
    plain.isFine().press("Letzte Änderung zurücknehmen");
    assertThat(zone(plain, "Geparkt")).hasCount(0);
    plain.isFine();
  }

  /** The page of an own note and what it says to an empty text, where axe can run. */
  private void looksFineWithScript(String path) {
    plain.isFine();
    Window desk = new Window(browsers, home, Device.DESK).knownAs(plain);
    desk.go(path).isFine().fits();
    desk.fill("Text Ihrer Notiz", "").press("Text speichern").isToldOf(422).isFine().fits();
    desk.sees("Schreiben Sie zuerst einen Text auf die Notiz.").close();
  }

  private static Locator marks(Participant who, String note) {
    return who.note(note).locator(".note__marks li");
  }

  private static Locator zone(Window window, String title) {
    return window.page().locator(".zone", new Page.LocatorOptions().setHasText(title));
  }
}
