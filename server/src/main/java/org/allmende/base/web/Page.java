package org.allmende.base.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.allmende.base.i18n.Message;
import org.allmende.base.i18n.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What every template is given: the reader, the words, the frame around the content, and how dates
 * and numbers are written.
 *
 * @param path path and query of this page, for the language switch and the way back
 * @param csrf the token every POST form carries
 * @param submission a fresh key that makes a creating form count once
 * @param saying a sentence to show once, or null
 * @param theme {@code light} or {@code dark} if the reader chose one, else null
 * @param fragment whether only the changed part is asked for
 */
public record Page(
    Viewer viewer,
    Frame frame,
    Texts texts,
    ZoneId zone,
    LocalDate today,
    String path,
    String csrf,
    String submission,
    @Nullable String saying,
    @Nullable String theme,
    boolean fragment) {

  /** The text of a key in the reader's language. */
  public String t(String key, Object... args) {
    return texts.of(locale(), key, args);
  }

  public String t(Message message) {
    return texts.of(locale(), message);
  }

  public Locale locale() {
    return viewer.locale();
  }

  /** {@code 15. Dezember 2026}. */
  public String date(LocalDate date) {
    return date.format(pattern("d. MMMM yyyy", "d MMMM yyyy"));
  }

  public String date(Instant instant) {
    return date(day(instant));
  }

  /** {@code 15.12.2026}, for tables. */
  public String dateShort(LocalDate date) {
    return date.format(pattern("dd.MM.yyyy", "dd/MM/yyyy"));
  }

  /** {@code 15. Dezember}, where the year is plain. */
  public String dayMonth(LocalDate date) {
    return date.format(pattern("d. MMMM", "d MMMM"));
  }

  public String dayMonth(Instant instant) {
    return dayMonth(day(instant));
  }

  /** {@code 15. Dez.}, for margins. */
  public String dayMonthShort(Instant instant) {
    return day(instant).format(pattern("d. MMM", "d MMM"));
  }

  /** {@code Donnerstag, 3. Dezember 2026}. */
  public String weekday(LocalDate date) {
    return date.format(pattern("EEEE, d. MMMM yyyy", "EEEE, d MMMM yyyy"));
  }

  /** {@code 3.}, for large figures. */
  public String dayOfMonth(Instant instant) {
    return day(instant).format(pattern("d.", "d"));
  }

  /** {@code Dez.}. */
  public String monthShort(Instant instant) {
    return day(instant).format(pattern("MMM", "MMM"));
  }

  /** {@code Donnerstag}. */
  public String weekdayName(Instant instant) {
    return day(instant).format(pattern("EEEE", "EEEE"));
  }

  /** {@code 14:30}. */
  public String time(Instant instant) {
    return instant.atZone(zone).format(pattern("HH:mm", "HH:mm"));
  }

  /** {@code 15. Dezember 2026, 14:30}. */
  public String dateTime(Instant instant) {
    return date(instant) + ", " + time(instant);
  }

  /** The day of an instant where the tenant is. */
  public LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** Days from today to the date; negative when it is past. */
  public long daysTo(LocalDate date) {
    return ChronoUnit.DAYS.between(today, date);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  public String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(Math.max(number.scale(), 0));
    format.setMinimumFractionDigits(Math.max(number.scale(), 0));
    return format.format(number);
  }

  /** {@code 37 %}, from a share between 0 and 1. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale()).format(share);
  }

  /** Where one searches: within the tenant, or on the installation's own pages in all. */
  public String searchUrl() {
    return frame.brand().home() + "search";
  }

  /** This page in the other language. */
  public String inLanguage(String language) {
    String bare = path.replaceAll("([?&])lang=[a-z]+&?", "$1").replaceAll("[?&]$", "");
    return bare + (bare.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private DateTimeFormatter pattern(String german, String english) {
    boolean isGerman = locale().getLanguage().equals("de");
    return DateTimeFormatter.ofPattern(
        isGerman ? german : english, isGerman ? Locale.GERMANY : Locale.UK);
  }
}
