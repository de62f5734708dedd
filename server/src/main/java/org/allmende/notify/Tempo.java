package org.allmende.notify;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often somebody wants to be written to about a subscription. */
public enum Tempo {
  AT_ONCE,
  DAILY,
  WEEKLY;

  private static final LocalTime MORNING = LocalTime.of(7, 0);

  /** The word used in tables, forms and messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tempo of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  boolean isDigest() {
    return this != AT_ONCE;
  }

  /** When the latest digest was due: each morning, or on Monday morning. */
  Instant lastDue(Instant now, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).with(MORNING);
    ZonedDateTime day =
        this == WEEKLY ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
    if (day.toInstant().isAfter(now)) {
      day = this == WEEKLY ? day.minusWeeks(1) : day.minusDays(1);
    }
    return day.toInstant();
  }
}
