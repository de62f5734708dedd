package org.allmende.wish;

import java.util.Locale;

/** A kind of stakeholder; a need that several kinds share weighs more. */
public enum Circle {
  CITIZENS,
  ADMINISTRATION,
  ASSOCIATIONS,
  BUSINESSES,
  EDUCATION,
  PRESS;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Circle of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
