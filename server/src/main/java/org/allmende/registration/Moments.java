package org.allmende.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and times are written in mails, where no page is at hand. */
record Moments(Locale locale, ZoneId zone) {

  /** {@code 3. März 2027}. */
  String date(LocalDate day) {
    return day.format(pattern("d. MMMM yyyy", "d MMMM yyyy"));
  }

  /** {@code Donnerstag, 3. Dezember 2026, 14:00 Uhr}. */
  String moment(Instant at) {
    return at.atZone(zone)
        .format(pattern("EEEE, d. MMMM yyyy, HH:mm 'Uhr'", "EEEE, d MMMM yyyy, HH:mm"));
  }

  private DateTimeFormatter pattern(String german, String english) {
    boolean isGerman = locale.getLanguage().equals("de");
    return DateTimeFormatter.ofPattern(
        isGerman ? german : english, isGerman ? Locale.GERMANY : Locale.UK);
  }
}
