package org.allmende.wish;

import java.util.ArrayList;
import java.util.List;

/**
 * The thread in its large form.
 *
 * @param knots every stop so far, oldest first
 * @param waiting what is still to come, such as "Daten veröffentlicht"; empty after a final refusal
 * @param supporters how many people need it; the more, the stronger the string
 * @param notes how many notes run together at its beginning; 0 for a wish without workshop
 * @param state where it stands in words, such as "zugesagt, noch 24 Tage"
 */
public record ThreadView(
    List<KnotView> knots, List<String> waiting, int supporters, int notes, String state) {

  /** Above so many knots the middle folds. */
  private static final int LONG = 14;

  private static final int FIRST = 3;
  private static final int LAST = 6;

  /** So many beads at most fold into one line. */
  private static final int BEADS = 6;

  /** Knots that follow each other and are shown, or folded into one line. */
  record Stretch(List<KnotView> knots, boolean folded) {

    KnotView last() {
      return knots.getLast();
    }

    boolean onlyBeads() {
      return knots.stream().allMatch(knot -> knot.kind().isBead());
    }
  }

  /** The thread in stretches, so that a long one can be taken in. */
  List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    if (knots.size() <= LONG) {
      addFoldingBeads(knots, stretches);
    } else {
      addFoldingBeads(knots.subList(0, FIRST), stretches);
      stretches.add(new Stretch(knots.subList(FIRST, knots.size() - LAST), true));
      addFoldingBeads(knots.subList(knots.size() - LAST, knots.size()), stretches);
    }
    return stretches;
  }

  private static void addFoldingBeads(List<KnotView> knots, List<Stretch> stretches) {
    int from = 0;
    while (from < knots.size()) {
      int to = from + 1;
      if (knots.get(from).kind().isBead()) {
        while (to < knots.size() && to - from < BEADS && knots.get(to).kind().isBead()) {
          to++;
        }
      }
      stretches.add(new Stretch(knots.subList(from, to), to - from > 1));
      from = to;
    }
  }

  /** Whether this is the newest knot that is more than a notice; it is drawn filled. */
  boolean isNow(KnotView knot) {
    for (KnotView candidate : knots.reversed()) {
      if (!candidate.kind().isBead()) {
        return candidate == knot;
      }
    }
    return false;
  }

  /** Whether a refusal ended it. */
  boolean isEnded() {
    return waiting.isEmpty()
        && knots.reversed().stream()
            .filter(knot -> !knot.kind().isBead())
            .findFirst()
            .map(knot -> knot.kind() == KnotKind.REFUSAL)
            .orElse(false);
  }

  /** Width of the string in pixels. */
  int width() {
    if (supporters >= 100) {
      return 5;
    }
    if (supporters >= 30) {
      return 4;
    }
    return supporters >= 10 ? 3 : 2;
  }

  /** How many strands begin the string. */
  int strands() {
    return Math.clamp(notes, 1, 3);
  }
}
