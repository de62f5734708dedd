package org.allmende.base.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a failed handler rests before it is tried again: ever longer, two days in all. */
final class Pauses {
  private static final List<Duration> GROWING =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(30));

  private Pauses() {}

  /** Empty when it is time to give up. */
  static Optional<Duration> after(int failures) {
    return failures <= GROWING.size() ? Optional.of(GROWING.get(failures - 1)) : Optional.empty();
  }
}
