package org.allmende.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When each line of an agenda is planned to begin. */
final class AgendaTimes {

  /** A line with its planned beginning. */
  record Entry(Instant from, Phase phase) {}

  private AgendaTimes() {}

  static List<Entry> of(Workshop workshop) {
    List<Entry> entries = new ArrayList<>();
    Instant from = workshop.startsAt();
    for (Phase phase : workshop.phases()) {
      entries.add(new Entry(from, phase));
      from = from.plus(Duration.ofMinutes(phase.minutes()));
    }
    return entries;
  }

  /** When the last line is planned to end. */
  static Instant end(Workshop workshop) {
    int minutes = workshop.phases().stream().mapToInt(Phase::minutes).sum();
    return workshop.startsAt().plus(Duration.ofMinutes(minutes));
  }
}
