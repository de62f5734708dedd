package org.allmende.wish;

import java.util.Locale;

/** What kind of stop a knot of the thread is; gives it its icon, colour and hidden word. */
public enum KnotKind {
  NOTE("ocker"),
  WISH("ocker"),
  SUPPORT("ocker"),
  POTENTIAL("ocker"),
  MATCH("ocker"),
  COMMITMENT("blau"),
  PROGRESS("blau"),
  OVERDUE("ziegel"),
  DATASET("moos"),
  USE("moos"),
  REFUSAL("graphit"),
  TOLD("moos");

  private final String tone;

  KnotKind(String tone) {
    this.tone = tone;
  }

  /** The word used in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String tone() {
    return tone;
  }

  /** Name in the sprite of icons. */
  String icon() {
    return this == POTENTIAL ? "match" : key();
  }

  /** A bead sits on the string without a loop. */
  boolean isBead() {
    return this == TOLD;
  }
}
