package org.allmende.tabular;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as people and programs write them: 1.234,56, 1,234.56, -12, 12,50-. */
final class NumberText {
  static final int NONE = -1;
  private static final int WIDE = 16;

  private NumberText() {}

  /**
   * Measures a number without building it.
   *
   * @return {@link #NONE} when the text is no number written this way; else for {@link #whole} and
   *     {@link #fraction}
   */
  static int measure(String text, ValueFormat format) {
    return measure(text, decimalSign(format), groupSign(format));
  }

  private static int measure(String text, char decimal, char group) {
    int start = start(text);
    int end = end(text, start);
    int whole = 0;
    int fraction = 0;
    int sinceGroup = -1;
    boolean inFraction = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (inFraction) {
          fraction++;
        } else {
          whole++;
          sinceGroup = sinceGroup < 0 ? -1 : sinceGroup + 1;
        }
      } else if (c == decimal && !inFraction && whole > 0) {
        inFraction = true;
        if (sinceGroup >= 0 && sinceGroup != 3) {
          return NONE;
        }
        sinceGroup = -1;
      } else if (c == group && !inFraction && isGroupPlace(text, start, whole, sinceGroup)) {
        sinceGroup = 0;
      } else {
        return NONE;
      }
    }
    boolean complete = whole > 0 && (!inFraction || fraction > 0);
    boolean grouped = sinceGroup < 0 || sinceGroup == 3;
    return complete && grouped && whole < 1 << 14 && fraction < 1 << 14
        ? whole << WIDE | fraction
        : NONE;
  }

  /** Up to three digits before the first sign, not beginning with zero; then always three. */
  private static boolean isGroupPlace(String text, int start, int whole, int sinceGroup) {
    return sinceGroup < 0 ? whole >= 1 && whole <= 3 && text.charAt(start) != '0' : sinceGroup == 3;
  }

  static int whole(int measured) {
    return measured >> WIDE;
  }

  static int fraction(int measured) {
    return measured & (1 << WIDE) - 1;
  }

  /** The number; null when the text is none written this way. */
  static @Nullable BigDecimal parse(String text, ValueFormat format) {
    if (measure(text, format) == NONE) {
      return null;
    }
    char decimal = decimalSign(format);
    StringBuilder plain = new StringBuilder(text.length() + 1);
    int start = start(text);
    int end = end(text, start);
    if (start > 0 || end < text.length()) {
      plain.append('-');
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == decimal) {
        plain.append('.');
      } else if (c >= '0' && c <= '9') {
        plain.append(c);
      }
    }
    return new BigDecimal(plain.toString());
  }

  /** Whether several digits begin with zero, as codes do and quantities do not. */
  static boolean hasLeadingZero(String text) {
    int start = start(text);
    return text.length() > start + 1
        && text.charAt(start) == '0'
        && isDigit(text.charAt(start + 1));
  }

  /** Five or more digits in a row before any sign: nobody who groups thousands writes so. */
  static boolean hasLongUngrouped(String text) {
    int start = start(text);
    if (text.length() < start + 5) {
      return false;
    }
    for (int i = start; i < start + 5; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int start(String text) {
    return !text.isEmpty() && isMinus(text.charAt(0)) ? 1 : 0;
  }

  private static int end(String text, int start) {
    int end = text.length();
    return start == 0 && end > 1 && isMinus(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212';
  }

  private static char decimalSign(ValueFormat format) {
    return format == ValueFormat.DECIMAL_POINT ? '.' : ',';
  }

  private static char groupSign(ValueFormat format) {
    return format == ValueFormat.DECIMAL_POINT ? ',' : '.';
  }
}
