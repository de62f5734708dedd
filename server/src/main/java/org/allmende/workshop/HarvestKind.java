package org.allmende.workshop;

import java.util.Locale;

/** What a note turns out to be; the order is that of the keys 1 to 6 at the harvest desk. */
public enum HarvestKind {
  WISH,
  POTENTIAL,
  CHALLENGE,
  IDEA,
  EXPERIENCE,
  QUESTION;

  /** The word used in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it becomes something that goes on outside the workshop. */
  public boolean goesOn() {
    return this == WISH || this == POTENTIAL;
  }

  String icon() {
    return switch (this) {
      case WISH -> "wish";
      case POTENTIAL -> "dataset";
      case CHALLENGE -> "warning";
      case IDEA -> "idea";
      case EXPERIENCE -> "chat";
      case QUESTION -> "question";
    };
  }
}
