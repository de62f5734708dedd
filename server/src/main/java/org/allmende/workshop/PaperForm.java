package org.allmende.workshop;

import java.util.List;
import org.allmende.base.web.Form;
import org.allmende.board.Effort;
import org.allmende.board.Risk;
import org.allmende.board.ZoneId;

/** What is typed in from paper: one card, or one on each line, all for the same zone. */
final class PaperForm {

  /** Of one card, as of every note. */
  private static final int LENGTH = 500;

  /** Of one sending. */
  private static final int MOST = 100;

  private static final int MOST_DOTS = 999;

  private PaperForm() {}

  /**
   * How many dots lie on a note; none when none are told.
   *
   * @throws org.allmende.base.web.Problem 422 if that is no such number
   */
  static int dots(Form form) {
    Integer count = form.number("count", 0, MOST_DOTS);
    form.orThrow();
    return count == null ? 0 : count;
  }

  /** The cards; what is wrong is noted in the form. */
  static List<PaperCard> cards(Form form) {
    String zone = form.text("zone").optional();
    Effort effort = form.choice("effort", Effort.class);
    Risk risk = form.choice("risk", Risk.class);
    List<PaperCard> cards =
        form.text("text")
            .required("workshop.cards.missing")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line ->
                new PaperCard(
                    line, zone == null ? null : new ZoneId(zone), Hats.of(form), effort, risk))
            .toList();
    if (cards.size() > MOST) {
      form.reject("text", "workshop.cards.tooMany", MOST);
    }
    cards.stream()
        .filter(card -> card.text().codePointCount(0, card.text().length()) > LENGTH)
        .findFirst()
        .ifPresent(card -> form.reject("text", "workshop.cards.tooLong", LENGTH));
    return cards;
  }
}
