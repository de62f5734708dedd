package org.allmende.registration;

import java.util.Locale;

/** What becomes of somebody on the waiting list now, and why. */
enum Verdict {
  /** Seats are held until a deadline. */
  OFFER,
  /** On the last day: may take seats as long as there are some. */
  CALL,
  /** On the last day: enough others were asked already. */
  OTHERS_CALLED,
  /** No seat is free. */
  FULL,
  /** Seats are free, but fewer than the group needs. */
  TOO_LARGE,
  /** The address is not confirmed yet, so nobody would learn of the offer. */
  NOT_CONFIRMED,
  /** Registration has ended, or has not begun. */
  CLOSED;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
