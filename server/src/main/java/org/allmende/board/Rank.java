package org.allmende.board;

import org.jspecify.annotations.Nullable;

/**
 * Places between places: a text that sorts between its neighbours, so that moving one note touches
 * no other.
 */
final class Rank {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Rank() {}

  /**
   * A rank after the one and before the other; null stands for the edge. It never ends in the
   * lowest digit.
   */
  static String between(@Nullable String after, @Nullable String before) {
    String low = after == null ? "" : after;
    var rank = new StringBuilder();
    boolean bounded = before != null;
    for (int i = 0; ; i++) {
      int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
      int to =
          bounded && before != null && i < before.length()
              ? DIGITS.indexOf(before.charAt(i))
              : DIGITS.length();
      if (to - from > 1) {
        // At the end of the list one step is enough; between two the middle leaves most room.
        int digit = bounded || low.isEmpty() ? (from + to) / 2 : from + 1;
        return rank.append(DIGITS.charAt(digit)).toString();
      }
      rank.append(DIGITS.charAt(from));
      bounded = bounded && to == from;
    }
  }
}
