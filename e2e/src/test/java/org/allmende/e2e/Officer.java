package org.allmende.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

/** The officer of a department, who has the data. */
record Officer(Window window, String tenant) {

  /** The promise in question, under „Meine Zusagen“. */
  private Locator promise(String word) {
    window.go("/" + tenant + "/commitments/mine").isFine();
    return window.page().locator(".row").filter(new Locator.FilterOptions().setHasText(word));
  }

  Officer report(String word, String sentence) {
    promise(word).getByText("Stand melden").click();
    window
        .isFine()
        .fill("Was gibt es zu sagen?", sentence)
        .press("Stand melden")
        .sees("Ihr Stand ist gespeichert")
        .isFine();
    return this;
  }

  /**
   * Keeps the promise: uploads the table, corrects how it was read, describes it and hands it in.
   */
  Officer fulfil(String promise, String title, byte[] table) {
    promise(promise).getByText("Datei hochladen").click();
    window.seesHeading("Beschreiben Sie die Daten").isFine().follow("Datei hochladen");
    window.seesHeading("Welche Datei?").isFine();
    window
        .page()
        .locator("[type=file]")
        .setInputFiles(new FilePayload("baenke.csv", "text/csv", table));
    window
        .press("Datei hochladen")
        .seesHeading("So haben wir Ihre Datei gelesen")
        .sees("0017")
        .isFine();
    window
        .press("Neu lesen")
        .seesHeading("So haben wir Ihre Datei gelesen")
        .isFine()
        .follow("Weiter zur Beschreibung");
    window.seesHeading("Beschreiben Sie die Daten").isFine();
    window
        .fill("Titel", title)
        .fill("Beschreibung", "Je Zeile eine Bank, die im Sommer im Schatten steht.")
        .choose("Fachbereich", window.page().locator("#department option").nth(1).innerText())
        .choose("Lizenz", window.page().locator("#license option").nth(1).innerText())
        .fill("Stelle", "Datenstelle")
        .fill("E-Mail-Adresse", "daten@" + tenant + ".example");
    window
        .isFine()
        .press("Datensatz abgeben")
        .sees("Abgegeben. Die Datenstelle prüft den Datensatz")
        .isFine();
    return this;
  }
}
