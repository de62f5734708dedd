package org.allmende.wish;

/**
 * The thread in its small form: five loops for wanted, found, promised, published and used.
 *
 * @param reached how many loops are drawn; for a refusal those before it
 * @param word the state as shown, such as "Noch 24 Tage"
 */
public record SmallThreadView(ThreadMark mark, int reached, String word) {

  private static final String[] TONES = {"ocker", "ocker", "blau", "moos", "moos"};

  /** The usual number of loops for the mark. */
  public static SmallThreadView of(ThreadMark mark, String word) {
    return new SmallThreadView(mark, mark.loops(), word);
  }

  boolean isRefused() {
    return mark == ThreadMark.REFUSED;
  }

  /** How many loops are drawn in all. */
  int drawn() {
    return isRefused() ? reached + 1 : reached;
  }

  /** The colour of a loop, counted from 0; the last one has the colour of the state. */
  String tone(int loop) {
    return loop == drawn() - 1 ? mark.tone() : TONES[loop];
  }
}
