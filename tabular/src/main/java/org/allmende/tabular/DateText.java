package org.allmende.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times as German offices and programs write them. */
final class DateText {
  private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?";
  private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern GERMAN_TIME =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}),? +" + TIME + "(?: Uhr)?");
  private static final Pattern ISO_TIME =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T| +)" + TIME);

  private static final int SHORTEST = 8;
  private static final int LONGEST = 40;

  private DateText() {}

  /** The format a text has the shape of, whether or not the calendar has that day. */
  static @Nullable ValueFormat shape(String text) {
    if (text.length() < SHORTEST
        || text.length() > LONGEST
        || !NumberText.isDigit(text.charAt(0))) {
      return null;
    }
    char third = text.charAt(2);
    if (third == '.' || text.charAt(1) == '.') {
      if (GERMAN.matcher(text).matches()) {
        return ValueFormat.DAY_MONTH_YEAR;
      }
      return GERMAN_TIME.matcher(text).matches() ? ValueFormat.DAY_MONTH_YEAR_TIME : null;
    }
    if (text.charAt(4) != '-') {
      return null;
    }
    if (ISO.matcher(text).matches()) {
      return ValueFormat.YEAR_MONTH_DAY;
    }
    return ISO_TIME.matcher(text).matches() ? ValueFormat.YEAR_MONTH_DAY_TIME : null;
  }

  /**
   * The {@link LocalDate} or {@link LocalDateTime} written in this format; null when the text has
   * another shape or the calendar has no such day.
   */
  static @Nullable Object parse(String text, ValueFormat format) {
    Matcher matcher = pattern(format).matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    boolean german =
        format == ValueFormat.DAY_MONTH_YEAR || format == ValueFormat.DAY_MONTH_YEAR_TIME;
    try {
      LocalDate day =
          LocalDate.of(
              number(matcher, german ? 3 : 1), number(matcher, 2), number(matcher, german ? 1 : 3));
      if (matcher.groupCount() == 3) {
        return day;
      }
      LocalTime time =
          LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6), nanos(matcher));
      return LocalDateTime.of(day, time);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static Pattern pattern(ValueFormat format) {
    return switch (format) {
      case DAY_MONTH_YEAR -> GERMAN;
      case YEAR_MONTH_DAY -> ISO;
      case DAY_MONTH_YEAR_TIME -> GERMAN_TIME;
      case YEAR_MONTH_DAY_TIME -> ISO_TIME;
      default -> throw new IllegalArgumentException("No format of days: " + format);
    };
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Databases keep microseconds; finer digits are cut. */
  private static int nanos(Matcher matcher) {
    String digits = matcher.group(7);
    return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, 6)) * 1000;
  }
}
