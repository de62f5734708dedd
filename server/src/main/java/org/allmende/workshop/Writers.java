package org.allmende.workshop;

import java.util.Locale;

/** Who writes notes in a phase. */
public enum Writers {
  NOBODY,
  /** Only those who lead, for what others say. */
  LEAD,
  ALL;

  /** The word in the database, in forms, in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Writers of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
