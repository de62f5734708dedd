package org.allmende.board;

import java.util.Locale;

/** As whom somebody speaks; gives a note its colour. */
public enum Hat {
  PRIVATE_OR_CLUB,
  DEPARTMENT,
  ADMINISTRATION;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Hat of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
