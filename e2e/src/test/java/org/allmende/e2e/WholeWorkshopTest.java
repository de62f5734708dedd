package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole short workshop: six at their own devices, two of them phones, one without a mouse, one
 * without script, one device for a table of two; four see each other; from arriving to what they
 * would change.
 */
class WholeWorkshopTest {

  private final URI home = Program.demo();
  private final Album album = new Album();
  private final String word = album.isKept() ? "Stadtpark" : Words.fresh();
  private final Browsers browsers = new Browsers();
  private final Window lab = window(Device.DESK);
  private final Window laptop = window(Device.DESK);
  private final Window phone = window(Device.PHONE);
  private final Window nightPhone = window(Device.PHONE_AT_NIGHT);
  private final Window noMouse = window(Device.DESK);
  private final Window plain = window(Device.PLAIN);
  private final Window table = window(Device.DESK_AT_NIGHT);
  private final Facilitator jette = new Facilitator(lab);
  private final Participant anna = new Participant(laptop);
  private final Participant ben = new Participant(phone);
  private final Participant cem = new Participant(nightPhone);
  private final Participant emil = new Participant(plain);
  private final Participant tableThree = new Participant(table);
  private final Keyboarder dora = new Keyboarder(noMouse);
  private final Api api = new Api(home, "reallabor", "demo-facilitator-reallabor");
  private String id = "";
  private String code = "";
  private String room = "";

  private Window window(Device device) {
    return new Window(browsers, home, device);
  }

  @BeforeEach
  void plan() {
    JsonObject planned =
        api.create(
            "workshops",
            Map.of(
                "title", "Daten am " + word,
                "startsAt", "2099-12-03T13:00:00Z",
                "endsAt", "2099-12-03T14:30:00Z",
                "template", "short-90",
                "coHosts", List.of("moers")));
    id = planned.get("id").getAsString();
    room = "/reallabor/workshops/" + id + "/room";
    api.post(
        "workshops/" + id + "/agenda",
        changed(Map.of("kind", "input", "title", "Vortrag", "minutes", 5)));
    api.post("workshops/" + id + "/agenda/" + line("Vortrag") + "/moves", changed(Map.of("to", 1)));
    api.patch(
        "workshops/" + id + "/agenda/" + line("Potenziale"), changed(Map.of("covered", true)));
    api.patch("workshops/" + id + "/agenda/" + line("Punkte"), changed(Map.of("covered", true)));
    Staff.enter(lab, "facilitator", "reallabor");
    lab.go(room.replace("/room", "/talks/" + line("Vortrag")))
        .fill("Frage", "Haben Sie schon Daten gesucht?")
        .fill("Antworten", "Ja\nNein")
        .press("Abstimmung vorbereiten");
    lab.go(room);
    code = planned.get("joinCode").getAsString();
  }

  private Map<String, Object> changed(Map<String, Object> change) {
    var body = new HashMap<>(change);
    body.put("version", api.get("workshops/" + id + "/agenda").get("version").getAsInt());
    return body;
  }

  private String line(String title) {
    return api.items("workshops/" + id + "/agenda").stream()
        .filter(line -> line.get("title").getAsString().equals(title))
        .findFirst()
        .orElseThrow()
        .get("id")
        .getAsString();
  }

  @AfterEach
  void leave() {
    browsers.close();
  }

  @Test
  void fromArrivingToWhatTheyWouldChange() {
    practise();
    arrive();
    listen();
    meet();
    writeSilently();
    sort();
    ask();
    workInGroups();
    weigh();
    part();
  }

  /** A board of one's own before, which the workshop knows nothing of. */
  private void practise() {
    String practice = room.replace("/room", "/practice");
    for (Window each : List.of(phone, noMouse, plain)) {
      each.go(practice).isFine().press("Übungsbrett öffnen").sees("Noch 5 von 5 Punkten");
    }
    ben.write("Hallenzeiten").choose("Hallenzeiten", "Verschieben nach „Das weiß ich“");
    assertThat(zone(phone, "Das weiß ich").locator(".note")).hasCount(1);
    ben.giveDots("Hallenzeiten", 2);
    phone.isFine().fits();
    dora.write("Brunnen").giveDot("Brunnen");
    noMouse.sees("Noch 4 von 5 Punkten").isFine();
    plain.fill("Ihre Notiz", "Bänke").press("Notiz anheften").sees("Bänke").isFine();
    plain.press("Übungsbrett wegwerfen").sees("Das Übungsbrett ist weggeworfen.");
    album.keep(phone, "practice");
  }

  private void arrive() {
    Map.of(laptop, "Anna", phone, "Ben", nightPhone, "Cem", noMouse, "Dora", plain, "Emil")
        .forEach((window, name) -> new Participant(window).comeIn(code, name));
    tableThree.comeInAsTable(code, "Tisch 3", 2);
    laptop.press("Ich mache mit");
    phone.press("Ich mache mit");
    lab.sees("2 machen mit.").press("Runde beginnen");
    laptop.sees("Sie sprechen mit:").sees("Ben").isFine();
    phone.sees("Anna").isFine().fits();
    plain.fill("Schreiben Sie ein Wort", "Hallo").press("Ausprobieren");
    plain.sees("Angekommen: „Hallo“.");
    album.keep(lab, "room-arrival");
  }

  private void listen() {
    jette.open("Vortrag");
    lab.press("Abstimmen lassen");
    laptop.press("Ja");
    dora.activate(noMouse.named(AriaRole.BUTTON, "Nein"));
    plain.go(room).press("Ja");
    lab.sees("3 von ");
    album.keep(lab, "room-vote");
    lab.press("Schließen und Ergebnis zeigen");
    phone.sees("3 Personen haben geantwortet.").isFine();
  }

  /** From here to the end, in groups too. */
  private void meet() {
    List.of(anna, ben, cem).forEach(Participant::switchOnCamera);
    dora.activate(noMouse.named(AriaRole.BUTTON, "Mit Kamera"));
    seeEachOther();
  }

  private void seeEachOther() {
    filmed().forEach(each -> new Participant(each).seesMoving(3));
  }

  private List<Window> filmed() {
    return List.of(laptop, phone, nightPhone, noMouse);
  }

  private void writeSilently() {
    jette.open("Potenziale");
    laptop.seesHeading("Potenziale");
    noMouse.seesHeading("Potenziale");
    anna.write(note("Hallenzeiten"));
    ben.write(note("Hallenbelegung"));
    dora.write(note("Baumkataster"));
    plain.go(room).fill("Ihre Notiz", note("Brunnen")).press("Notiz anheften");
    nightPhone.sees("4 Notizen anderer").isFine();
    cem.seesNothingOf(note("Hallenzeiten"));
    album.keep(lab, "room-silent");
    jette.reveal();
    cem.seesNote(note("Hallenzeiten")).seesNote(note("Brunnen"));
    tableThree.write(note("Wegweiser"));
    assertThat(cem.note(note("Wegweiser"))).containsText("Tisch 3");
    assertThat(cem.note(note("Brunnen"))).not().containsText("Emil");
    nightPhone.isFine().fits();
    album.keep(lab, "room-revealed");
  }

  private String note(String text) {
    return text + " " + word;
  }

  /** What means the same goes onto one stack, what leads too far is parked. */
  private void sort() {
    new Participant(lab)
        .choose(note("Hallenzeiten"), "Auf eine Notiz legen", note("Hallenbelegung"));
    assertThat(anna.note(note("Hallenbelegung")).locator("[data-act=stack]"))
        .hasText("2 im Stapel");
    dora.park(note("Baumkataster"));
    assertThat(zone(laptop, "Geparkt").locator(".note")).hasCount(1);
    plain.go(room).sees("2 im Stapel");
    assertThat(zone(plain, "Geparkt")).containsText(note("Baumkataster"));
    lab.named(AriaRole.BUTTON, "Notizen verdecken").focus();
    album.keep(lab, "room-sorted");
  }

  private static Locator zone(Window window, String title) {
    return window.page().locator(".zone", new Page.LocatorOptions().setHasText(title));
  }

  private void ask() {
    String question = "Wer pflegt das " + word + "?";
    laptop.follow("Fragen").fill("Ihre Frage", question).press("Frage stellen").sees(question);
    phone.follow("Fragen").press("ebenso").isFine().follow("Board");
    lab.follow("Fragen").sees(question).press("Jetzt beantworten");
    laptop.sees("Wird gerade beantwortet");
    album.keep(lab, "room-questions");
    lab.page().getByText("Beantworten oder entfernen").click();
    lab.press("Beantwortet").sees("Beantwortete Fragen: 1").follow("Ablauf");
    laptop.sees("Beantwortete Fragen: 1").follow("Ablauf");
  }

  /**
   * Whoever sits in the same group reads what is written there, all others when they walk round.
   */
  private void workInGroups() {
    jette.open("Bedarf");
    lab.go(room.replace("/room", "/groups")).fill("Zahl der Gruppen", "2").press("Gruppen bilden");
    lab.sees("Die Gruppen stehen").isFine();
    album.keep(lab, "room-groups-formed");
    lab.press("Den Teilnehmenden zeigen").sees("Die Teilnehmenden sehen diese Gruppen im Raum.");
    lab.go(room).press("In Gruppen schreiben");
    int group = groupOf(laptop);
    assertThat(laptop.page().locator(".zone__title").first()).containsText("Gruppe " + group);
    String own = note("Sitzbänke");
    anna.write(own);
    for (Window other : List.of(noMouse, table)) {
      Locator seen = new Participant(other).note(own);
      assertThat(seen).hasCount(groupOf(other) == group ? 1 : 0);
    }
    lab.sees("Gruppe 1").isFine();
    album.keep(lab, "room-groups");
    lab.press("Zurück in die Gruppen");
    for (Window each : filmed()) {
      long there = filmed().stream().filter(other -> groupOf(other) == groupOf(each)).count();
      new Participant(each).seesMoving((int) there - 1);
    }
    lab.press("Rundgang");
    for (Window each : List.of(phone, nightPhone, noMouse, table)) {
      new Participant(each).seesNote(own);
    }
    dora.comment(own, "Auch am Friedhof");
    assertThat(anna.note(own).locator("[data-act=comments]")).hasText("1 Kommentar");
    plain.go(room).sees("Auch am Friedhof");
    album.keep(lab, "room-walk");
    lab.press("Gemeinsam weiter");
  }

  private static int groupOf(Window window) {
    String said = window.page().locator("#own-group").textContent();
    return Integer.parseInt(said.replaceAll("\\D", ""));
  }

  private void weigh() {
    jette.open("Punkte");
    seeEachOther();
    String best = note("Brunnen");
    anna.giveDots(best, 2);
    ben.giveDots(best, 1);
    dora.giveDot(best);
    table.sees("Noch 10 von 10 Punkten");
    tableThree.note(best).getByLabel("Punkt geben").click();
    table.sees("Noch 9 von 10 Punkten").isFine();
    plain.go(room);
    emil.note(best).getByText("Verschieben und mehr").click();
    plain.fill("Ihre Punkte", "3").press("Punkte setzen");
    plain.sees("Noch 2 von 5 Punkten");
    Locator seen = new Participant(lab).note(best);
    assertThat(seen).not().containsText("8");
    noMouse.sees("Was andere geben, sehen Sie beim Aufdecken.").isFine();
    lab.press("Punkte aufdecken");
    assertThat(seen).containsText("8");
    album.keep(lab, "room-dots");
  }

  private void part() {
    jette.open("Rückblick");
    lab.press("Workshop beenden").seesHeading("Geschafft").isFine();
    album.keep(lab, "room-over");
    String closing = room.replace("/room", "/closing");
    for (Window each : List.of(laptop, plain)) {
      each.go(closing)
          .fill("Was sollen wir beim nächsten Mal", "Kürzer, bitte")
          .press("Rückmeldung geben")
          .sees("Danke. Ihre Rückmeldung ist gespeichert.")
          .isFine();
    }
    nightPhone.go(closing).isFine().fits();
    lab.go(room.replace("/room", "/afterwards")).sees("Kürzer, bitte").isFine();
    assertThat(api.items("workshops/" + id + "/notes")).hasSize(6);
  }
}
