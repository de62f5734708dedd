package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Before the first note: the agenda moved by mouse and keys, people meeting in pairs, a talk with a
 * vote, led by keyboard and shown on the wall.
 */
class TalkTest {

  private static final String QUESTION = "Haben Sie schon einmal Daten geöffnet?";

  private final URI home = Program.demo();
  private final String word = Words.fresh();
  private final Browsers browsers = new Browsers();
  private final Window lab = new Window(browsers, home, Device.DESK);
  private final Window wall = new Window(browsers, home, Device.DESK);
  private final Window laptop = new Window(browsers, home, Device.DESK);
  private final Window phone = new Window(browsers, home, Device.PHONE);
  private final Facilitator facilitator = new Facilitator(lab);

  @AfterEach
  void leave() {
    browsers.close();
  }

  @Test
  void theAgendaIsMovedByMouseAndByKeys() {
    Staff.enter(lab, "facilitator", "reallabor");
    facilitator.plan("Ablauf " + word);
    lab.go(lab.path() + "/agenda").isFine();
    drag(line("Pause"), line("Was offene Daten sind"));
    assertThat(line("").nth(1)).containsText("Pause");
    drag(line("Pause"), line("Punkte setzen"));
    assertThat(line("").nth(8)).containsText("Pause");

    Locator up = line("Pause").getByRole(AriaRole.BUTTON).first();
    up.focus();
    for (int place = 7; place >= 0; place--) {
      lab.page().keyboard().press("Enter");
      assertThat(line("").nth(place)).containsText("Pause");
      assertThat(up).isFocused();
    }
    lab.page().keyboard().press("Enter");
    assertThat(up).isFocused();
    assertThat(line("").first()).containsText("Pause");
    lab.isFine();
  }

  @Test
  void peopleMeetInPairsAndExchangeCards() {
    Staff.enter(lab, "facilitator", "reallabor");
    String code = facilitator.plan("Ankommen " + word);
    facilitator.enterRoom();
    new Participant(laptop).join(code, "Anna", "Moers", "Grünflächen", "");
    new Participant(phone).join(code, "Ben", "Kleve", "Heimatverein", "");
    for (Window window : new Window[] {laptop, phone}) {
      window.seesHeading("Gleich geht es los").press("Ich mache mit");
      window.sees("Sie machen mit.").isFine();
      assertThat(window.page().locator("#room-arrival")).isFocused();
    }
    lab.sees("2 machen mit.").press("Runde beginnen");
    laptop.sees("Sie sprechen mit").isFine();
    assertThat(laptop.page().locator(".arrival__name")).hasText("Ben");
    assertThat(phone.page().locator(".arrival__name")).hasText("Anna");
    assertThat(phone.page().getByRole(AriaRole.TIMER)).isVisible();
    phone.press("Melden").isFine();

    String room = laptop.path();
    laptop.page().evaluate("() => window.standing = true");
    laptop.follow("Kontaktkarten tauschen").press("Karte speichern");
    assertThat(laptop.page().locator("#contact-book .error-summary")).isFocused();
    laptop.isToldOf(422).sees("Schreiben Sie, wie man Sie erreicht.").isFine();
    laptop.fill("So erreicht man Sie", "02841 12345").press("Karte speichern");
    laptop.sees("Ihre Karte ist gespeichert.");
    assertThat(laptop.page().locator("#contact-keep")).isFocused();

    phone.follow("Kontaktkarten tauschen").fill("So erreicht man Sie", "ben@kleve");
    phone.page().keyboard().press("ArrowLeft");
    lab.sees("1. Ben").press("Runde jetzt beenden");
    assertThat(laptop.page().locator(".arrival__name")).hasCount(0);
    assertThat(laptop.page().locator("#contact-keep")).isFocused();
    phone.page().keyboard().type(".exampl");
    assertThat(phone.page().getByLabel("So erreicht man Sie")).hasValue("ben@klev.example");
    phone.press("Karte speichern").isFine().fits();

    Locator row = laptop.page().locator("#contact-book [id^=contact-of-]");
    row.focus();
    laptop.fill("Sucht", "Halb getippt");
    row.focus();
    laptop.page().keyboard().press("Enter");
    laptop.sees("Angeboten.").seesNothingOf("ben@klev.example").isFine();
    assertThat(row).isFocused();
    assertThat(laptop.page().getByLabel("Sucht")).hasValue("Halb getippt");
    assertThat(phone.page().locator("#drawer-tabs [data-drawer=contacts]"))
        .containsText("1 wartend", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    phone.sees("Anna möchte mit Ihnen tauschen.").press("Karten tauschen");
    phone.sees("02841 12345").isFine().isReadableAtNight();
    laptop.sees("ben@klev.example").press("Tausch zurücknehmen");
    phone.sees("Angeboten.");
    assertThat(phone.page().getByText("02841 12345")).hasCount(0);
    assertThat(laptop.page().getByLabel("Sucht")).hasValue("Halb getippt");
    assertThat(laptop.page().evaluate("() => window.standing")).isEqualTo(true);
    assertThat(laptop.path()).isEqualTo(room);
    laptop.go(room.replace("/room", "/contacts")).sees("Wer noch dabei ist").isFine().fits();
  }

  @Test
  void aTalkIsLedByKeysFollowedByAllAndShownOnTheWall() {
    Staff.enter(lab, "facilitator", "reallabor");
    String code = facilitator.plan("Vortrag " + word);
    String workshop = lab.path();
    lab.go(workshop + "/agenda").follow("Folien und Abstimmungen");
    for (String words : new String[] {"Eins", "Zwei"}) {
      lab.page().setInputFiles("#file", new FilePayload(words + ".png", "image/png", slide(words)));
      lab.press("Folien hochladen").isFine();
    }
    lab.fill("Frage", QUESTION).fill("Antworten", "Ja\nNein").press("Abstimmung vorbereiten");
    lab.sees(QUESTION).isFine().fits();

    new Participant(phone).join(code, "Ben", "Kleve", "Heimatverein", "");
    wall.knownAs(lab).go(workshop + "/beamer").sees("Gleich geht es los").isFine();
    lab.go(workshop + "/room");
    facilitator.open("Was offene Daten sind");
    phone.sees("Gleich beginnt der Vortrag").isFine();
    lab.page().keyboard().press("ArrowRight");
    lab.sees("Folie 1 von 2").isFine();
    lab.page().keyboard().press("PageDown");
    lab.sees("Folie 2 von 2");
    phone.sees("Folie 2 von 2").isFine().isReadableAtNight();
    assertThat(wall.page().locator(".beamer__slide")).isVisible();
    wall.isFine();

    lab.named(AriaRole.BUTTON, "Abstimmen lassen").focus();
    lab.page().keyboard().press("Enter");
    lab.sees("Noch niemand von 1 hat geantwortet.").isFine();
    assertThat(lab.page().locator("#room-talk")).isFocused();
    wall.sees("Stimmen Sie auf Ihrem Telefon ab.").isFine();
    phone.press("Ja");
    assertThat(phone.named(AriaRole.BUTTON, "Ja")).isFocused();
    phone.sees("Sie können Ihre Antwort ändern").isFine();
    lab.sees("1 von 1 hat geantwortet.").press("Schließen und Ergebnis zeigen");
    for (Window window : new Window[] {lab, phone, wall}) {
      window.sees("100 %").isFine();
    }

    lab.page().getByText("Eine Frage an alle stellen").click();
    lab.fill("Frage", "Wie weiter?")
        .fill("Antworten", "So, anders")
        .press("Jetzt abstimmen lassen");
    String refusal = "Geben Sie 2 bis 6 Antworten, je Zeile eine.";
    lab.sees(refusal).isToldOf(422);
    phone.press("Melden");
    lab.sees("1. Ben").sees(refusal);
    assertThat(lab.page().locator("#talk-question")).hasValue("Wie weiter?");
    assertThat(lab.page().locator("#talk-answers")).hasValue("So, anders");
    lab.fill("Antworten", "So\nAnders").press("Jetzt abstimmen lassen");
    lab.sees("Noch niemand von 1 hat geantwortet.").seesNothingOf(refusal).isFine();
    lab.press("Schließen und Ergebnis zeigen");
    phone.go(phone.path()).sees("Wie weiter?");
  }

  /** Moves a little first, so that the line is held before the page scrolls to where it goes. */
  private void drag(Locator from, Locator to) {
    from.scrollIntoViewIfNeeded();
    BoundingBox box = from.boundingBox();
    lab.page().mouse().move(box.x + 20, box.y + 12);
    lab.page().mouse().down();
    lab.page().mouse().move(box.x + 26, box.y + 16);
    to.hover();
    to.hover();
    lab.page().mouse().up();
  }

  private Locator line(String words) {
    return lab.page().locator("[data-line]", new Page.LocatorOptions().setHasText(words));
  }

  private static byte[] slide(String words) {
    var picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.drawString(words, 40, 80);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
