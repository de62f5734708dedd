package org.allmende.e2e;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again until something is there; for what no browser waits for. */
final class Eventually {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private Eventually() {}

  /** The first thing found. */
  static <T> T find(String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + PATIENCE;
    do {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(PAUSE);
    } while (System.nanoTime() < deadline);
    throw new AssertionError("Never found: " + what);
  }
}
