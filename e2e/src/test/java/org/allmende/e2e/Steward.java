package org.allmende.e2e;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;

/** The data steward of a municipality. */
record Steward(Window window, String tenant) {

  /** Opens a wish from the desk. */
  Steward open(String title) {
    window.go("/" + tenant + "/desk").isFine().follow(title).seesHeading(title).isFine();
    return this;
  }

  /** Puts a new wish on the public list. */
  Steward list(String title) {
    open(title)
        .window
        .press("Auf die Liste setzen")
        .sees("Der Wunsch steht auf der Liste")
        .isFine();
    return this;
  }

  /** Asks the person behind the wish. */
  Steward ask(String question) {
    window
        .fill("Ihre Frage", question)
        .press("Frage senden")
        .sees("Die Frage ist unterwegs")
        .isFine();
    return this;
  }

  /** Accepts what the machine suggested, having read why. */
  Steward match(String offered) {
    Locator suggestion =
        window
            .page()
            .locator(".choice-row")
            .filter(new Locator.FilterOptions().setHasText(offered));
    suggestion.getByRole(com.microsoft.playwright.options.AriaRole.RADIO).check();
    window.press("Als passend festhalten").sees("Die passenden Daten sind festgehalten").isFine();
    return this;
  }

  Steward commit(String department, String owner, String officer, LocalDate due) {
    window
        .choose("Fachbereich", department)
        .fill("Verantwortliche Stelle", owner)
        .choose("Wer kümmert sich?", officer);
    window
        .fill("Bis wann?", due.toString())
        .press("Zusage veröffentlichen")
        .sees("Die Zusage steht öffentlich am Faden")
        .isFine();
    return this;
  }

  Steward refuse(String code, String reason) {
    window.choose("Grund", code).fill("Begründung", reason).press("Ablehnung veröffentlichen");
    window.sees("Die Ablehnung steht mit ihrem Grund am Faden").isFine();
    return this;
  }

  /** Answers the four questions of the gate and publishes. */
  Steward publish(String title) {
    window.go("/" + tenant + "/datasets/desk").isFine();
    Locator row =
        window.page().locator(".row").filter(new Locator.FilterOptions().setHasText(title));
    row.getByText("Datensatz prüfen").click();
    window.seesHeading("Vor der Veröffentlichung").isFine();
    window
        .tick("Die Daten dürfen")
        .tick("Keine Person")
        .tick("Die Lizenz stimmt")
        .tick("Der Kontakt stimmt");
    window
        .press("Datensatz veröffentlichen")
        .sees("Veröffentlicht. Alle, die darauf warten")
        .isFine();
    return this;
  }
}
