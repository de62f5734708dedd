package org.allmende.workshop;

import java.util.Locale;

/** How a participant stands in the room at the moment. */
enum Standing {
  PRESENT,
  /** Reads and writes nothing. */
  MUTED,
  /** Out of the room until those who lead let the person in again. */
  REMOVED,
  /** Has a place, but those who lead still rehearse. */
  WAITING,
  /** Had everything erased; the place is nobody's. */
  ERASED;

  /** Whether the place opens nothing, for now or for ever. */
  boolean isOut() {
    return this == REMOVED || this == ERASED;
  }

  /** Whether the person sees and hears the others. */
  boolean isInRoom() {
    return this == PRESENT || this == MUTED;
  }

  static Standing of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
