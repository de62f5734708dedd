package org.allmende.board;

/** How fast one person may change a board: forty changes at once, then four a second. */
final class Pace {

  private static final double BURST = 40;
  private static final double PER_NANO = 4 / 1e9;

  private double left = BURST;
  private long at = System.nanoTime();

  /** Counts one change; false if it comes too soon. */
  synchronized boolean take() {
    long now = System.nanoTime();
    left = Math.min(BURST, left + (now - at) * PER_NANO);
    at = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
