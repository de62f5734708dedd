package org.allmende.registration;

import java.time.Instant;
import java.util.Locale;

/**
 * How likely somebody on the list still gets seats, in words and by a rule everybody can check: how
 * many seats have to be given back, measured against all of them: a tenth is good, a quarter fair.
 */
enum Chance {
  GOOD,
  FAIR,
  SLIM,
  NONE;

  private static final double A_TENTH = 0.1;
  private static final double A_QUARTER = 0.25;

  /**
   * The chance of somebody before whom, and for whom, so many seats have to be given back.
   *
   * @param needed seats for those ahead and for the person
   */
  static Chance of(Offering offering, int needed, Instant now) {
    if (!offering.isOpen(now)) {
      return NONE;
    }
    if (needed <= Math.max(1, offering.capacity() * A_TENTH)) {
      return GOOD;
    }
    return needed <= Math.max(2, offering.capacity() * A_QUARTER) ? FAIR : SLIM;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
