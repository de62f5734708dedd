package org.allmende.e2e;

/** Somebody from the town, without an account. */
record Citizen(Window window) {

  /** Needs the wish shown too, and wants to be told. */
  Citizen supports(String address) {
    window.page().getByText("Ich will erfahren, was daraus wird").first().click();
    window
        .fill("Ihre E-Mail-Adresse", address)
        .press("Brauche ich auch")
        .sees("Sie sind mitgezählt")
        .isFine();
    return this;
  }

  /** States a wish; the private link. */
  String states(String tenant, String need) {
    window
        .go("/" + tenant + "/wishes/new")
        .isFine()
        .fill("Ihr Wunsch", need)
        .tick("für einen Verein")
        .isFine();
    window.press("Wunsch abschicken").seesHeading(need).isFine();
    return window.path();
  }

  /** Answers the question behind the private link. */
  Citizen answers(String link, String answer) {
    window
        .go(link)
        .isFine()
        .fill("Ihre Antwort", answer)
        .press("Antwort senden")
        .sees("Ihre Antwort ist da")
        .isFine();
    return this;
  }

  Citizen reports(String dataset, String use) {
    window.go(dataset).isFine().follow("Nutzung melden");
    window.fill("Was ist daraus geworden?", use).fill("Link", "https://karte.example/").isFine();
    window.press("Nutzung melden").sees(use).isFine();
    return this;
  }
}
