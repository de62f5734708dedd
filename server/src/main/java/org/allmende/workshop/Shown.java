package org.allmende.workshop;

import java.util.Locale;

/** Since when everybody may see a material. */
public enum Shown {
  NOW,
  /** From the release of the results on. */
  RESULTS;

  /** The word in the database, in forms and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Shown of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
