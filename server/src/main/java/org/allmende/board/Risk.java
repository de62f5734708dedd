package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What stands in the way of a note. */
public enum Risk {
  /** Something may go wrong. */
  RISK,
  /** Somebody has to look at the law first. */
  LEGAL;

  /** Its word in forms, JSON and the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Risk of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
