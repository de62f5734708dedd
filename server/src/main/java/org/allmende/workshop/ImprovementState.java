package org.allmende.workshop;

import java.util.Locale;

/** How far a change for the next run has come. */
public enum ImprovementState {
  INTENDED,
  DONE,
  /** It cannot be done, and people are told so. */
  DROPPED;

  /** The word in the database, in forms and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImprovementState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
