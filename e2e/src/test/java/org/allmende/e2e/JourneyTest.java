package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The journey in the browser: six people at their own devices, from a note in a workshop to a use
 * of the data.
 */
class JourneyTest {

  private static final String DEPARTMENT = "Fachbereich 8, Grünflächen und Umwelt";

  private final URI home = Program.demo();
  private final String word = Words.fresh();
  private final String title = "Offene Daten für Alle " + word;
  private final String need = "Wo steht am " + word + " eine Bank im Schatten?";
  private final String alike = "Eine Bank im Schatten am " + word;
  private final String offer = "Liste der Bänke mit Schatten " + word;
  private final MailBox anna = new MailBox(home, Words.address("anna"));
  private final MailBox ben = new MailBox(home, Words.address("ben"));
  private final MailBox neighbour = new MailBox(home, Words.address("nachbarin"));

  private final Browsers browsers = new Browsers();
  private final Window lab = window(Device.DESK);
  private final Window desk = window(Device.DESK);
  private final Window office = window(Device.DESK);
  private final Window laptop = window(Device.DESK);
  private final Window phone = window(Device.PHONE);
  private final Window street = window(Device.PHONE_AT_NIGHT);

  private Window window(Device device) {
    return new Window(browsers, home, device);
  }

  @BeforeEach
  void enter() {
    Staff.enter(lab, "facilitator", "reallabor");
    Staff.enter(desk, "steward", "moers");
    Staff.enter(office, "officer", "moers");
  }

  @AfterEach
  void leave() {
    browsers.close();
  }

  @Test
  void fromNoteToUse() {
    int wished = figure("wished");
    int used = figure("used");
    var facilitator = new Facilitator(lab);
    var first = new Participant(laptop);
    var second = new Participant(phone);
    var steward = new Steward(desk, "moers");
    var officer = new Officer(office, "moers");

    // 1 The lab plans a workshop for three towns.
    String code = facilitator.plan(title);
    assertThat(facilitator.calendar()).contains("BEGIN:VEVENT").contains(word);
    facilitator.enterRoom();

    // 2 People join without an account, one at a telephone.
    first
        .join(code, "Anna " + word, "Moers", DEPARTMENT, anna.address())
        .isIn("Gleich geht es los");
    second.join(code, "Ben " + word, "Moers", "Heimatverein", "").isIn("Gleich geht es los");
    anna.confirm();

    // 3 In each phase everybody writes at once and sees the others' notes appear, or not yet.
    facilitator.open("Potenziale");
    first.isIn("Potenziale").write(offer);
    second.isIn("Potenziale").seesNote(offer);
    laptop.isFine();
    phone.isFine().fits();
    facilitator.open("Interner Bedarf").cover();
    second.isIn("Interner Bedarf").write("Wir brauchen die Liste der Bäume am " + word);
    first.isIn("Interner Bedarf").seesCovered("Liste der Bäume am " + word);
    facilitator.reveal();
    first.seesNote("Liste der Bäume am " + word).giveDots("Liste der Bäume am " + word, 2);
    facilitator.open("Wissen über den Beruf hinaus");
    first.isIn("Wissen über den Beruf hinaus").write(need);
    second.isIn("Wissen über den Beruf hinaus").seesNote(need).giveDots(need, 3).write(alike);
    first.seesNote(alike);
    lab.isFine();

    // 4 The harvest stays internal until it is released; then everybody reads what becomes of it.
    facilitator
        .goToHarvest()
        .take(offer)
        .makeOfIt("Potenzial", offer)
        .take(need, alike)
        .makeOfIt("Wunsch", need);
    street.go("/moers/wishes").isFine().seesNothingOf(word);
    String results = facilitator.release();
    laptop.go(results).sees(need).sees(offer).isFine();
    second.closing(results.replace("/results", "/closing"), ben.address());
    phone.go(ben.confirmation().getPath()).isFine();

    // 5 A citizen needs the same; another wish comes without a workshop and waits for moderation.
    street.go("/moers/wishes").isFine().follow(need).seesHeading(need).isFine();
    var citizen = new Citizen(street);
    citizen.supports(neighbour.address());
    neighbour.confirm();
    String own = "Wann wird der Teich am " + word + " gereinigt?";
    String link = citizen.states("moers", own);
    street.go("/moers/wishes").isFine().seesNothingOf(own);
    steward.open(own).ask("Welchen Teich meinen Sie?");
    citizen.answers(link, "Den kleinen am Spielplatz.");
    steward.list(own);
    street.go("/moers/wishes").sees(own).isFine();

    // 6 The priorities show every part of every score.
    street.go("/moers/priorities").sees(need).isFine();

    // 7 The steward decides on what is suggested, with its reasons, and refuses with a reason.
    steward.open(need).match(offer);
    steward
        .open(own)
        .refuse("Diese Daten erhebt niemand", "Das Reinigen " + word + " schreibt niemand auf.");
    anna.holds("Passende Daten gefunden");

    // 8 A promise with a date; its state is public.
    steward
        .open(need)
        .commit(DEPARTMENT, "Sachgebiet Bänke", "Tamer Özkaya", LocalDate.now().plusDays(40));
    anna.holds("Zugesagt bis");
    laptop.sees("Noch ").isFine();
    officer.report(need, "Die Liste " + word + " wird abgeglichen.");
    anna.holds("Die Liste " + word + " wird abgeglichen.");

    // 9 The officer keeps it with a real table; the steward lets it pass the gate.
    officer.fulfil(need, "Bänke " + word, Table.of(word));
    steward.publish("Bänke " + word);

    // 10 The data, first of all, and how they came to be.
    String dataset = desk.path();
    street.go(dataset).sees(word).seesHeading("Entstehung").sees("Notiz").isFine().fits();
    assertThat(Api.open(home.resolve("/moers/catalog.ttl")).text()).contains("Bänke " + word);

    // 11 Everybody who wanted to know is told.
    anna.holds("Veröffentlicht");
    ben.holds("Veröffentlicht");
    neighbour.holds("Veröffentlicht");

    // 12 Somebody uses them; the start page counts it.
    citizen.reports(dataset, "Karte der kühlen Bänke " + word);
    anna.holds("Genutzt");
    street.go("/moers/").isFine();
    assertThat(figure("wished")).isGreaterThan(wished);
    assertThat(figure("used")).isEqualTo(used + 1);
    street.go("/reallabor/").isFine().go("/").isFine();
    street.go(results).sees("genutzt").isFine();
  }

  private int figure(String name) {
    return new Api(home, "moers", null).get("figures").get(name).getAsInt();
  }
}
