package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the groups work in a phase. */
public enum GroupWork {
  /** All write in the same zones. */
  TOGETHER,
  /** Each group has zones of its own and sees no others. */
  APART,
  /** All read what all groups wrote, give dots and comment; nobody writes. */
  WALK;

  /** Its word in JSON and the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static GroupWork of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
