package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much work a note would make, as far as those on the board can tell. */
public enum Effort {
  LOW,
  MEDIUM,
  HIGH;

  /** Its word in forms, JSON and the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Effort of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
