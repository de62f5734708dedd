package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** As whom somebody speaks; gives a note its colour. */
public enum Hat {
  PRIVATE_OR_CLUB,
  DEPARTMENT,
  ADMINISTRATION;

  /** Its word in forms, JSON and the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Hat of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
