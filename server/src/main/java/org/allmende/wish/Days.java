package org.allmende.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days are written where no page is at hand: in API answers, notices and lists made for other
 * modules.
 */
record Days(Locale locale, ZoneId zone) {

  /** {@code 15. Dezember 2026}. */
  String date(LocalDate day) {
    return day.format(pattern("d. MMMM yyyy", "d MMMM yyyy"));
  }

  String date(Instant at) {
    return date(day(at));
  }

  /** {@code 15. Dezember}. */
  String dayMonth(Instant at) {
    return day(at).format(pattern("d. MMMM", "d MMMM"));
  }

  /** {@code 15. Dez. 2026}, for the margin of the thread. */
  String beside(Instant at) {
    return day(at).format(pattern("d. MMM yyyy", "d MMM yyyy"));
  }

  /** {@code 15.12.}, for the margin of a mail. */
  String margin(Instant at) {
    return day(at).format(pattern("dd.MM.", "dd/MM"));
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private DateTimeFormatter pattern(String german, String english) {
    boolean isGerman = locale.getLanguage().equals("de");
    return DateTimeFormatter.ofPattern(
        isGerman ? german : english, isGerman ? Locale.GERMANY : Locale.UK);
  }
}
