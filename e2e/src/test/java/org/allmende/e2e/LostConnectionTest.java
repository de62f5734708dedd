package org.allmende.e2e;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection goes in the middle of a note: nothing is lost, and what waits is shown. */
class LostConnectionTest {

  private final URI home = Program.demo();
  private final String word = Words.fresh();
  private final Browsers browsers = new Browsers();
  private final Window lab = new Window(browsers, home, Device.DESK);
  private final Window laptop = new Window(browsers, home, Device.DESK);
  private final Window phone = new Window(browsers, home, Device.PHONE);
  private final Participant anna = new Participant(laptop);
  private final Participant ben = new Participant(phone);

  @BeforeEach
  void meet() {
    Staff.enter(lab, "facilitator", "reallabor");
    var facilitator = new Facilitator(lab);
    String code = facilitator.plan("Keller " + word);
    facilitator.enterRoom();
    anna.join(code, "Anna", "Moers", "Grünflächen", "").isIn("Gleich geht es los");
    ben.join(code, "Ben", "Kleve", "Heimatverein", "").isIn("Gleich geht es los");
    facilitator.open("Potenziale");
    anna.isIn("Potenziale");
    ben.isIn("Potenziale");
  }

  @AfterEach
  void leave() {
    browsers.close();
  }

  @Test
  void whatWasWrittenMeanwhileArrivesInOrder() {
    String first = word + " eins";
    String second = word + " zwei";
    String third = word + " drei";
    phone.loseConnection();
    ben.pin(first)
        .reads("1 Notiz wartet auf diesem Gerät. Sie können weiterschreiben.")
        .pin(second)
        .reads("2 Notizen warten auf diesem Gerät. Sie können weiterschreiben.")
        .begin("Und noch " + word);
    phone.isFine();
    anna.write(third).seesNothingOf(first);
    ben.seesNothingOf(third);

    phone.findConnection();

    ben.isSaved().hasBegun("Und noch " + word).seesInOrder(word, third, first, second);
    anna.seesInOrder(word, third, first, second);
    phone.isFine();
  }

  @Test
  void whatCannotBeTakenAnyMoreIsExplainedAndItsWordsStay() {
    String note = word + " bleibt nicht";
    String changed = word + " neu gefasst";
    String more = word + " kommt noch";
    ben.write(note);
    new Participant(lab).seesNote(note);
    phone.loseConnection();
    ben.note(note).focus();
    phone.page().keyboard().press("e");
    phone.fill("Text Ihrer Notiz", changed).press("Text speichern");
    ben.pin(more);
    new Participant(lab).choose(note, "Löschen");
    new Participant(lab).seesNothingOf(note);

    phone.findConnection();

    phone.sees("Diese Notiz gibt es nicht mehr.").sees(changed).isFine();
    ben.isSaved().seesInOrder(word, more);
    anna.seesInOrder(word, more);
  }

  @Test
  void whatWaitedIsSentWhenTheTabComesBack() {
    String note = "Geschlossen im Keller " + word;
    phone.loseConnection();
    ben.pin(note);
    String room = phone.path();
    phone.reopen().findConnection();
    anna.seesNothingOf(note);

    phone.go(room);

    ben.isSaved().seesNote(note);
    anna.seesInOrder(note, note);
  }
}
