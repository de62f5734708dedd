package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody is in the middle of: neither others nor a second tab nor the network take it. */
class BegunTest {

  private final URI home = Program.demo();
  private final String word = Words.fresh();
  private final String note = word + " Hallenzeiten";
  private final Browsers browsers = new Browsers();
  private final Window lab = new Window(browsers, home, Device.DESK);
  private final Window laptop = new Window(browsers, home, Device.DESK);
  private final Facilitator facilitator = new Facilitator(lab);
  private final Participant chair = new Participant(lab);
  private final Participant anna = new Participant(laptop);

  @BeforeEach
  void meet() {
    Staff.enter(lab, "facilitator", "reallabor");
    String code = facilitator.plan("Mittendrin " + word);
    facilitator.enterRoom();
    anna.join(code, "Anna", "Moers", "Grünflächen", "").isIn("Gleich geht es los");
    facilitator.open("Potenziale");
    anna.isIn("Potenziale");
  }

  @AfterEach
  void leave() {
    browsers.close();
  }

  @Test
  void outlivesItsStepAndItsNote() {
    String begun = word + " nur halb";
    anna.write(note);
    anna.note(note).focus();
    key("e");
    laptop.fill("Text Ihrer Notiz", begun);
    facilitator.open("Interner Bedarf");

    laptop.sees("Die Notiz, an der Sie schrieben, ist nicht mehr da.").sees(begun).isFine();
    Locator back = laptop.named(AriaRole.BUTTON, "Text zurückholen");
    assertThat(back).isFocused();
    key("Enter");
    anna.hasBegun(begun);
    assertThat(back).hasCount(0);
    key("Enter");
    anna.isSaved().seesNote(begun);

    anna.note(begun).focus();
    key("k");
    laptop.page().keyboard().type("Und wer zahlt");
    chair.choose(begun, "Löschen");
    laptop.sees("Diese Notiz wurde entfernt.");
    laptop.fill("Ihr Kommentar", "Und wer zahlt das?").press("Kommentar schreiben");
    laptop.sees("Diese Notiz gibt es nicht mehr.").sees("Und wer zahlt das?").isFine();
  }

  @Test
  void staysWithItsTab() {
    Page second = laptop.page().context().newPage();
    second.navigate(laptop.page().url());
    Locator line = second.getByLabel("Ihre Notiz").first();
    line.waitFor();
    laptop.loseConnection();
    String draft = word + " angefangen";
    anna.pin(word + " eins").begin(draft);
    line.fill(word + " zwei");
    line.press("Enter");
    assertThat(second.locator("article.note")).hasCount(1);
    String room = laptop.path();
    second.close();
    laptop.reopen().findConnection();

    laptop.go(room);

    anna.isSaved().seesInOrder(word, word + " eins", word + " zwei").hasBegun(draft);
    chair.seesInOrder(word, word + " eins", word + " zwei");
    laptop.isFine();
  }

  @Test
  void goesOnFromOnesOwnChanges() {
    anna.write(note);
    laptop.loseConnection();
    anna.choose(note, "Hut wechseln: Privat, Verein");
    for (String text : new String[] {note + " neu", note + " ganz neu"}) {
      anna.note(note).focus();
      key("e");
      laptop.fill("Text Ihrer Notiz", text).press("Text speichern");
    }
    String next = word + " wartet";
    anna.pin(next).note(next).focus();
    laptop.findConnection();

    anna.isSaved().seesInOrder(word, note + " ganz neu", next);
    chair.seesInOrder(word, note + " ganz neu", next);
    laptop.seesNothingOf("inzwischen geändert").seesNothingOf("Diese Notiz wurde entfernt");
    assertThat(anna.note(next)).isFocused();
    laptop.isFine();
  }

  @Test
  void keepsItsFocus() {
    anna.write(note);
    anna.note(note).focus();
    key("k");
    laptop.page().keyboard().type("Meine Antwort");
    key("Enter");
    Locator away = anna.note(note).locator("xpath=..").getByLabel("Kommentar löschen");
    away.focus();
    chair.note(note).focus();
    lab.page().keyboard().press("k");
    lab.page().keyboard().type("Noch eine");
    lab.page().keyboard().press("Enter");
    laptop.sees("Noch eine");
    assertThat(away).isFocused();

    Locator line = laptop.page().getByLabel("Ihre Notiz").first();
    line.fill(word + " mittendrin");
    lab.press("Board sperren");
    assertThat(laptop.page().locator("[data-board-closed]")).isFocused();
    laptop.isFine();
    lab.press("Board freigeben");
    assertThat(line).isFocused();
    assertThat(line).hasValue(word + " mittendrin");
  }

  @Test
  void asksBeforeItIsLostWhereNothingMayBeKept() {
    laptop.page().addInitScript("Storage.prototype.setItem = () => { throw new Error(); }");
    laptop.go(laptop.path());
    anna.isSaved();
    laptop.loseConnection();
    anna.pin(note).reads("1 Änderung wartet nur in diesem Fenster. Lassen Sie es offen.");
    var asked = new AtomicInteger();
    laptop
        .page()
        .onDialog(dialog -> {
          asked.incrementAndGet();
          dialog.dismiss();
        });
    laptop.page().close(new Page.CloseOptions().setRunBeforeUnload(true));
    laptop.findConnection();
    anna.isSaved();
    assertThat(asked).hasValue(1);
  }

  /** A browser lets the clock of a hidden tab strike once a minute. */
  @Test
  void hearsOnInAHiddenTab() {
    laptop.page().clock().install();
    var lines = new AtomicInteger();
    var answers = new AtomicInteger();
    laptop
        .page()
        .onWebSocket(line -> {
          lines.incrementAndGet();
          line.onFrameReceived(frame -> {
            if (frame.text() != null && frame.text().contains("\"pong\"")) {
              answers.incrementAndGet();
            }
          });
        });
    laptop.go(laptop.path());
    anna.isSaved();
    for (int minute = 0; minute < 3; minute++) {
      int before = answers.get();
      laptop.page().clock().fastForward("01:00");
      laptop.page().waitForCondition(() -> answers.get() > before || lines.get() > 1);
    }
    anna.write(note);
    assertThat(lines).hasValue(1);
  }

  private void key(String key) {
    laptop.page().keyboard().press(key);
  }
}
