package org.allmende.e2e;

import com.microsoft.playwright.Page;

/** Somebody of an office with an account, at a browser of their own. */
final class Staff {

  private Staff() {}

  /** Logs in with an account the demo shows on its login page. */
  static void enter(Window window, String role, String tenant) {
    window.go("/login").isFine();
    String address = role + "@" + tenant + ".example";
    String password =
        window
            .page()
            .locator("tr", new Page.LocatorOptions().setHasText(address))
            .locator("td")
            .last()
            .innerText();
    enterAs(window, address, password);
  }

  static void enterAs(Window window, String address, String password) {
    window.fill("E-Mail-Adresse", address).fill("Passwort", password);
    window.press("Anmelden");
    window.page().waitForURL(url -> !url.contains("/login"));
    window.isFine();
  }
}
