package org.allmende.workshop;

import java.util.Locale;

/** What people do in a line of the agenda. */
public enum PhaseKind {
  ARRIVAL,
  INPUT,
  BREAK,
  /** Everybody writes notes. */
  COLLECT,
  /** Everybody spends dots on the notes of all collecting phases. */
  DOTS,
  REVIEW,
  FEEDBACK;

  /** The word used in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the room always goes through it; see {@link Phase#isStep()}. */
  public boolean isStep() {
    return this == COLLECT || this == DOTS || this == REVIEW || this == FEEDBACK;
  }
}
