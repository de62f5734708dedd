package org.allmende.workshop;

import java.util.Locale;

/** Where people see and hear each other in a phase. */
public enum VideoMode {
  OFF,
  /** All in one. */
  PLENARY,
  /** Each group for itself. */
  GROUPS;

  /** The word in the database, in forms, in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static VideoMode of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
