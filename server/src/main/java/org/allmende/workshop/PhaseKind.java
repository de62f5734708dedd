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

  /** Whether people work on the board in it. */
  boolean isWork() {
    return this == COLLECT || this == DOTS || this == REVIEW || this == FEEDBACK;
  }
}
