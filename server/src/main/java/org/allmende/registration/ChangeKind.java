package org.allmende.registration;

import java.util.Locale;

/** What happened to a registration or to the seats. */
enum ChangeKind {
  CONFIRMED,
  WAITLISTED,
  OFFERED,
  CALLED,
  ACCEPTED,
  DECLINED,
  LEFT,
  OFFER_LAPSED,
  ADDRESS_LAPSED,
  FEWER,
  TOO_LARGE,
  NOT_CONFIRMED,
  PRIORITY,
  CAPACITY,
  CLOSING,
  CHECKED_IN,
  FORGOTTEN;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ChangeKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
