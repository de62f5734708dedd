package org.allmende.workshop;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes tables as German office programs open them: semicolons, UTF-8 with a mark. */
final class Csv {

  /** Without it such programs take umlauts for something else. */
  static final String MARK = "\uFEFF";

  /** What a spreadsheet would compute instead of showing it, also behind blanks. */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Z}]*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");

  private Csv() {}

  /** One line with its end; every cell is quoted. */
  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
  }

  private static String cell(String text) {
    boolean computes = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    return "\"" + (computes ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
