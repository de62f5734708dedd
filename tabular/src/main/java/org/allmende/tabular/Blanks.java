package org.allmende.tabular;

/** Cuts blanks, also the no-break ones that spreadsheets leave and {@code strip} keeps. */
final class Blanks {
  private Blanks() {}

  static String cut(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\ufeff' || Character.isWhitespace(c);
  }
}
