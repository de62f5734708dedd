package org.allmende.board;

import java.util.Locale;

/** Whose hands may do something on a board. */
public enum Hands {
  /** Only those who lead. */
  LEAD,
  /** Everybody who takes part. */
  ALL;

  /** The word in the database, in forms and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Hands of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
