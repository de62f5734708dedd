package org.allmende.base.live;

/** How much one person may say on a line: so many things at once, then so many a second. */
public final class Allowance {

  private final double burst;
  private final double perNano;
  private double left;
  private long at = System.nanoTime();

  public Allowance(int burst, int perSecond) {
    this.burst = burst;
    this.perNano = perSecond / 1e9;
    this.left = burst;
  }

  /** Counts one; false if it comes too soon. */
  public synchronized boolean take() {
    long now = System.nanoTime();
    left = Math.min(burst, left + (now - at) * perNano);
    at = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
