package org.allmende.registration;

import java.util.Locale;

/** Where a registration stands. */
public enum RegistrationState {
  /** Has its seats. */
  CONFIRMED,
  /** Waits for seats. */
  WAITLISTED,
  /** Is held seats for until a deadline. */
  OFFERED,
  /** Was given back by the person. */
  CANCELED,
  /** An offer ran out, or the address was not confirmed in time. */
  LAPSED;

  /** The word used in tables, answers and messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has a seat, is held one, or waits for one. */
  public boolean isLive() {
    return this == CONFIRMED || this == WAITLISTED || this == OFFERED;
  }

  static RegistrationState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
