package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** Somebody in a workshop, without an account. */
record Participant(Window window) {

  /** So many pictures come in, and go on coming. */
  private static final String DECODED =
      """
      async count => {
        const room = document.querySelector('media-room');
        const before = await room.frames();
        await new Promise(done => setTimeout(done, 300));
        const after = await room.frames();
        return after.length === count && after.every((frames, i) => frames > (before[i] ?? 0));
      }
      """;

  /** Joins with the code said aloud; {@code contact} may be empty. */
  Participant join(
      String code, String name, String municipality, String department, String contact) {
    window
        .go("/join")
        .isFine()
        .fill("Beitrittscode", code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '))
        .press("Weiter");
    window.sees("Wollen Sie erfahren, was daraus wird?").isFine();
    window
        .fill("Name", name)
        .choose("Kommune", municipality)
        .fill("Fachbereich oder Verein", department);
    window.fill("Wollen Sie erfahren", contact).press("Beitreten");
    return this;
  }

  /** Joins in a hurry, with nothing but a name. */
  Participant comeIn(String code, String name) {
    window.go("/join?code=" + code).fill("Name", name).press("Beitreten");
    return arrived();
  }

  /** Joins with one device for several. */
  Participant comeInAsTable(String code, String name, int people) {
    window.go("/join?code=" + code).fill("Name", name);
    window.page().getByText("Wir sind ein Tisch mit mehreren Personen").click();
    window.fill("Wie viele sitzen", String.valueOf(people)).press("Beitreten");
    return arrived();
  }

  private Participant arrived() {
    window.seesHeading("Gleich geht es los");
    return this;
  }

  /** Joins the video; on a phone that is another view. */
  Participant switchOnCamera() {
    if (window.isSmall()) {
      window.follow("Video").press("Mit Kamera").follow("Board");
    } else {
      window.press("Mit Kamera");
    }
    return this;
  }

  /** Pictures of so many others are decoded, and go on coming. */
  Participant seesMoving(int others) {
    window.page().waitForFunction(DECODED, others);
    return this;
  }

  Participant isIn(String phase) {
    window.seesHeading(phase).isFine();
    return this;
  }

  Participant write(String text) {
    return pin(text).isSaved();
  }

  /** Writes a note that may have to wait. */
  Participant pin(String text) {
    window.fill("Ihre Notiz", text).press("Notiz anheften");
    assertThat(note(text)).isVisible();
    return this;
  }

  /** Begins a note and does not pin it. */
  Participant begin(String text) {
    window.fill("Ihre Notiz", text);
    return this;
  }

  Participant isSaved() {
    return reads("Alles gespeichert");
  }

  /** The line below the board says so. */
  Participant reads(String status) {
    assertThat(window.page().locator("[data-board-saved]")).hasText(status);
    return this;
  }

  /** What was begun is still there. */
  Participant hasBegun(String text) {
    assertThat(window.page().getByLabel("Ihre Notiz")).hasValue(text);
    return this;
  }

  Participant seesNothingOf(String text) {
    assertThat(note(text)).hasCount(0);
    return this;
  }

  /** The notes with the word, in the order in which they hang. */
  Participant seesInOrder(String word, String... texts) {
    assertThat(note(word).locator(".note__text")).hasText(texts);
    return this;
  }

  Participant seesNote(String text) {
    assertThat(note(text)).isVisible();
    return this;
  }

  /** Somebody wrote, but the words stay covered. */
  Participant seesCovered(String text) {
    window.sees("noch verdeckt").isFine();
    assertThat(note(text)).hasCount(0);
    return this;
  }

  /** Does something with the note by its menu. */
  Participant choose(String note, String... items) {
    note(note).first().locator(".note__menu").click();
    for (String item : items) {
      window.page().locator(".note-menu__item").filter(named(item)).click();
    }
    return this;
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  Participant giveDots(String text, int count) {
    for (int i = 1; i <= count; i++) {
      note(text).getByLabel("Punkt geben").click();
      assertThat(window.page().locator("[data-board-dots]"))
          .containsText("Noch " + (5 - i) + " von 5 Punkten");
    }
    return this;
  }

  /** The last screen asks once more whether one wants to be told. */
  Participant closing(String path, String contact) {
    window
        .go(path)
        .isFine()
        .fill("E-Mail", contact)
        .press("Sagen Sie mir Bescheid")
        .sees("Wir haben Ihnen eine Mail geschickt")
        .isFine();
    return this;
  }

  Locator note(String text) {
    return window
        .page()
        .locator("article.note")
        .filter(new Locator.FilterOptions().setHasText(text));
  }
}
