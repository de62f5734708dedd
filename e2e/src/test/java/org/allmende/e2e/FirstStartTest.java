package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * A new installation without demo content: set up once, a town founded, its people invited, a wish
 * fulfilled.
 */
class FirstStartTest {

  private static final String SET_UP = "Set it up once at: ";
  private static final String PASSWORD = "Grün ist die Heide im Mai";

  private final String word = Words.fresh();

  @Test
  void fromOneTimeAddressToPublishedDataset() {
    try (var post = new Post();
        var program = Program.empty(post.url());
        var browsers = new Browsers()) {
      URI home = program.home();
      assertThat(Api.open(home.resolve("/demo/api/mail")).status()).isEqualTo(404);

      try (var operator = new Window(browsers, home, Device.DESK)) {
        setUp(operator, program.says(SET_UP).substring(SET_UP.length()));
        found(operator);
        invite(operator, "steward@bergheim.example", "Datenstelle");
        invite(operator, "amt@bergheim.example", "Fachbereich");
      }
      try (var steward =
              accept(browsers, home, post, "steward@bergheim.example", "Ilse Datenreich");
          var officer = accept(browsers, home, post, "amt@bergheim.example", "Bodo Amtmann");
          var citizen = new Window(browsers, home, Device.PHONE)) {
        String wish = state(citizen, post);
        commit(steward, wish);
        post.holds("buergerin@post.example", "Zugesagt bis");
        new Officer(officer, "bergheim").fulfil(word, "Bänke " + word, Table.of(word));
        new Steward(steward, "bergheim").publish("Bänke " + word);
        post.holds("buergerin@post.example", "Veröffentlicht");
        citizen.go(wish).sees("Veröffentlicht").isFine();
      }
    }
  }

  private static void setUp(Window operator, String address) {
    operator.go(address).seesHeading("Allmende einrichten").isFine();
    operator
        .fill("E-Mail-Adresse", "betrieb@zentrum.example")
        .fill("Name", "Berta Betrieb")
        .fill("Passwort", PASSWORD);
    operator.press("Konto anlegen").sees("Legen Sie jetzt die erste Kommune an").isFine();
    assertThat(
            Api.open(URI.create(operator.page().url()).resolve(URI.create(address).getPath()))
                .status())
        .as("the address is good once")
        .isEqualTo(404);
  }

  private static void found(Window operator) {
    operator
        .fill("Name", "Bergheim")
        .fill("Kurzname", "bergheim")
        .choose("Art", "Gemeinde oder Stadt")
        .fill("Farbe", "#27496d")
        .fill("Fachbereiche", "Grünflächen und Umwelt\nSchule und Sport")
        .press("Anlegen")
        .sees("Laden Sie jetzt die Menschen ein")
        .isFine();
    operator.sees("Schule und Sport");
  }

  private static void invite(Window operator, String address, String role) {
    operator.fill("E-Mail-Adresse", address).tick(role);
    operator
        .choose("Fachbereich", "Grünflächen und Umwelt")
        .press("Einladung senden")
        .sees("Die Einladung ist unterwegs")
        .sees(address);
  }

  private static Window accept(
      Browsers browsers, URI home, Post post, String address, String name) {
    var window = new Window(browsers, home, Device.DESK);
    window.go(post.link(address, "/invitations/")).sees(address).isFine();
    window
        .fill("Name", name)
        .fill("Passwort", PASSWORD)
        .press("Einladung annehmen")
        .sees("Willkommen");
    return window;
  }

  /** States a wish; returns its public path. */
  private String state(Window citizen, Post post) {
    citizen.go("/bergheim/").follow("Wunsch äußern");
    citizen.fill("Ihr Wunsch", "Wo steht am " + word + " eine Bank im Schatten?");
    citizen
        .fill("Ihre E-Mail-Adresse", "buergerin@post.example")
        .press("Wunsch abschicken")
        .isFine();
    String wish = citizen.path().replaceFirst("/private/.*", "");
    assertThat(Api.open(URI.create(post.link("buergerin@post.example", "/confirm/"))).status())
        .isEqualTo(200);
    return wish;
  }

  private void commit(Window window, String wish) {
    var steward = new Steward(window, "bergheim");
    steward.list("Wo steht am " + word);
    steward.commit(
        "Grünflächen und Umwelt", "Sachgebiet Bänke", "Bodo Amtmann", LocalDate.now().plusDays(30));
    window.go(wish).sees("Zugesagt").isFine();
  }
}
