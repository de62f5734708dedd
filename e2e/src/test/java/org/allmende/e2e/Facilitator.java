package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** Who leads the workshop for the lab. */
record Facilitator(Window window) {

  /** Plans the workshop; its join code. */
  String plan(String title) {
    window.go("/reallabor/workshops/desk").isFine().follow("Workshop planen");
    window.isFine();
    window.fill("Titel", title).fill("Tag", LocalDate.now().plusDays(1).toString());
    window
        .tick("Offene Daten für Alle: vier Stunden")
        .tick("Moers")
        .tick("Kleve")
        .tick("Geldern")
        .isFine();
    window.press("Workshop anlegen").sees("Der Workshop steht").seesHeading(title).isFine();
    assertThat(window.page().getByLabel("QR-Code")).isVisible();
    window.sees("Potenziale").sees("Interner Bedarf").sees("Wissen über den Beruf hinaus");
    return window.page().locator("#join-code").innerText().strip();
  }

  /** The calendar file to send round. */
  String calendar() {
    return window.page().request().get(window.page().url() + "/workshop.ics").text();
  }

  Facilitator enterRoom() {
    window.named(AriaRole.LINK, "Zum Raum").click();
    window.seesHeading("Gleich geht es los").isFine();
    return this;
  }

  /** Goes on, step by step, until the one named is open. */
  Facilitator open(String phase) {
    Locator title = window.page().locator("#room-head h1");
    String shown = title.innerText();
    while (!shown.equals(phase)) {
      window.page().locator("#room-next").click();
      assertThat(title).not().hasText(shown);
      shown = title.innerText();
      window.isFine();
    }
    return this;
  }

  Facilitator cover() {
    window.press("Notizen verdecken");
    assertThat(window.named(AriaRole.BUTTON, "Notizen aufdecken")).isVisible();
    window.isFine();
    return this;
  }

  Facilitator reveal() {
    window.press("Notizen aufdecken");
    assertThat(window.named(AriaRole.BUTTON, "Notizen verdecken")).isVisible();
    window.isFine();
    return this;
  }

  Facilitator goToHarvest() {
    window.go(window.path().replace("/room", "/harvest")).seesHeading("Ernte").isFine();
    return this;
  }

  /** Takes the note up, and with it those others that mean the same. */
  Facilitator take(String note, String... same) {
    window
        .page()
        .locator(".harvest-list a")
        .filter(new Locator.FilterOptions().setHasText(note))
        .click();
    assertThat(window.page().locator(".sheet .slip")).containsText(note);
    for (String other : same) {
      window
          .page()
          .locator(".harvest-same li")
          .filter(new Locator.FilterOptions().setHasText(other))
          .locator("[type=checkbox]")
          .check();
    }
    window.isFine();
    return this;
  }

  /** Makes something of it, in mended words, with the first topic suggested if there is one. */
  Facilitator makeOfIt(String kind, String wording) {
    window.tick(kind).fill("Wortlaut", wording);
    Locator topics = window.page().locator("#topic .choice-row [type=radio]");
    if (topics.count() > 0) {
      topics.first().check();
    }
    window.press("speichern und weiter").sees("Gespeichert.").isFine();
    return this;
  }

  /** Releases; the path of the results. */
  String release() {
    window.isFine().follow("Ergebnisse freigeben").seesHeading("Ergebnisse freigeben").isFine();
    window.press("Jetzt freigeben").sees("Die Ergebnisse sind öffentlich").isFine();
    return window.path().replaceFirst("/(harvest|release|results)$", "") + "/results";
  }
}
