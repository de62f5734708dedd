package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Somebody in a workshop without a mouse: gets everywhere by Tab and works by keys alone. */
record Keyboarder(Window window) {

  /** More steps than anything on a page is away. */
  private static final int FAR = 200;

  private static final String IS_THERE = "element => element === document.activeElement";

  private Keyboarder reach(Locator wanted) {
    assertThat(wanted).isVisible();
    for (int steps = 0; steps < FAR && !(boolean) wanted.evaluate(IS_THERE); steps++) {
      press("Tab");
    }
    assertThat(wanted).isFocused();
    return this;
  }

  private Keyboarder press(String... keys) {
    for (String key : keys) {
      window.page().keyboard().press(key);
    }
    return this;
  }

  private Keyboarder type(String text) {
    window.page().keyboard().type(text);
    return this;
  }

  Keyboarder activate(Locator control) {
    return reach(control).press("Enter");
  }

  Keyboarder write(String text) {
    reach(window.page().getByLabel("Ihre Notiz")).type(text).press("Enter");
    assertThat(note(text)).isVisible();
    return this;
  }

  /** The note by its place among the others: Tab leads to the first, arrows to the next. */
  private Keyboarder reachNote(String text) {
    Locator note = note(text);
    for (int steps = 0; steps < FAR && !(boolean) note.evaluate(IS_THERE); steps++) {
      Locator here = window.page().locator("article.note:focus");
      press(here.count() > 0 && steps % 2 == 0 ? "ArrowDown" : "Tab");
    }
    assertThat(note).isFocused();
    return this;
  }

  Keyboarder park(String text) {
    reachNote(text).press("m");
    Locator park = window.named(AriaRole.MENUITEM, "Parken");
    for (int steps = 0; steps < FAR && !(boolean) park.evaluate(IS_THERE); steps++) {
      press("ArrowDown");
    }
    return press("Enter");
  }

  Keyboarder comment(String text, String comment) {
    return reachNote(text).press("k").type(comment).press("Enter", "Escape");
  }

  Keyboarder giveDot(String text) {
    return reachNote(text).activate(note(text).getByLabel("Punkt geben"));
  }

  private Locator note(String text) {
    return new Participant(window).note(text);
  }
}
