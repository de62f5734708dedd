package org.allmende.base.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days and times are written where no page is at hand: in mails, notices, API answers and lists
 * made for other modules.
 */
public record Moments(Locale locale, ZoneId zone) {

  /** {@code 15. Dezember 2026}. */
  public String date(LocalDate day) {
    return day.format(pattern("d. MMMM yyyy", "d MMMM yyyy"));
  }

  public String date(Instant at) {
    return date(day(at));
  }

  /** {@code 15. Dezember}. */
  public String dayMonth(Instant at) {
    return day(at).format(pattern("d. MMMM", "d MMMM"));
  }

  /** {@code 15. Dez. 2026}, for the margin of the thread. */
  public String beside(Instant at) {
    return day(at).format(pattern("d. MMM yyyy", "d MMM yyyy"));
  }

  /** {@code 15.12.}, for the margin of a mail. */
  public String margin(Instant at) {
    return day(at).format(pattern("dd.MM.", "dd/MM"));
  }

  /** {@code Dienstag, 15. Dezember 2026, 14:00 Uhr}. */
  public String moment(Instant at) {
    return write(at, "EEEE, d. MMMM yyyy, HH:mm 'Uhr'", "EEEE, d MMMM yyyy, HH:mm");
  }

  /** {@code 15. Dezember, 14:00 Uhr}. */
  public String lately(Instant at) {
    return write(at, "d. MMMM, HH:mm 'Uhr'", "d MMMM, HH:mm");
  }

  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private String write(Instant at, String german, String english) {
    return at.atZone(zone).format(pattern(german, english));
  }

  private DateTimeFormatter pattern(String german, String english) {
    boolean isGerman = locale.getLanguage().equals("de");
    return DateTimeFormatter.ofPattern(
        isGerman ? german : english, isGerman ? Locale.GERMANY : Locale.UK);
  }
}
