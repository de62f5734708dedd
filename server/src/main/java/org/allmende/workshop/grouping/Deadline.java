package org.allmende.workshop.grouping;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a search ends at the latest. */
public final class Deadline {

  private final LongSupplier nanos;
  private final long end;

  private Deadline(LongSupplier nanos, long end) {
    this.nanos = nanos;
    this.end = end;
  }

  /** So long from now on. */
  public static Deadline in(Duration duration) {
    return new Deadline(System::nanoTime, System.nanoTime() + duration.toNanos());
  }

  /** None: the search ends by itself. */
  public static Deadline none() {
    return new Deadline(() -> 0, Long.MAX_VALUE);
  }

  boolean isOver() {
    return nanos.getAsLong() - end >= 0;
  }
}
