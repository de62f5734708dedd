package org.allmende.workshop;

import java.util.Locale;
import java.util.Set;

/** Two who stay in one group, or never share one. */
record GroupRule(String id, Kind kind, ParticipantId one, ParticipantId other) {

  /** Which of the two. */
  enum Kind {
    TOGETHER,
    APART;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Set<String> both() {
    return Set.of(one.value(), other.value());
  }
}
