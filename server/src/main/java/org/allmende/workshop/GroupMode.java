package org.allmende.workshop;

import java.util.Locale;

/** Whether people go into groups in a phase. */
public enum GroupMode {
  /** All stay together. */
  NONE,
  /** Those they are in, or were in last; the first ones are formed. */
  SAME,
  /** Those the facilitator has prepared, or else ones formed anew. */
  NEW;

  /** The word in the database, in forms, in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static GroupMode of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
