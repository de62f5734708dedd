package org.allmende.workshop;

import java.util.Locale;

/** What a material of a workshop is. */
public enum MaterialKind {
  TALK,
  SLIDES,
  REPORT,
  PICTURE,
  OTHER;

  /** The word in the database, in forms and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MaterialKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
