package org.allmende.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file the table is: which lines above it are only titles, which are its header.
 *
 * @param headerLine first line of the header; 0 when there is none
 * @param headerLines records the header takes; 0 when there is none
 * @param firstRowLine line on which the first row begins
 * @param usualCells cells most rows have
 * @param header names as they stand there, one per column
 * @param headerCells cells of the header that are not empty at its end; 0 when there is none
 * @param titleLines records above the header that are not empty
 * @param firstTitle the first of them
 * @param reason why this header
 */
record TableLayout(
    long headerLine,
    int headerLines,
    long firstRowLine,
    int usualCells,
    List<String> header,
    int headerCells,
    int titleLines,
    String firstTitle,
    Reason reason) {
  private static final int MOST_HEADER_LINES = 4;
  private static final int ROWS_LOOKED_AT = 200;
  private static final double MOSTLY = 0.8;

  /** What most values of a column are. */
  private enum Kind {
    NUMBERS,
    DAYS,
    WORDS
  }

  /**
   * Finds the table.
   *
   * @param records the first of the file, blank ones left out, at least one
   * @param chosen line of the header chosen by a person, 0 for none; null when nobody chose
   * @return null when there is no such line among the records
   */
  static @Nullable TableLayout of(List<CsvRecord> records, @Nullable Long chosen) {
    int width = usualCells(records);
    int start;
    if (chosen == null || chosen == 0) {
      start = firstFull(records, width);
    } else {
      start = 0;
      while (start < records.size() && records.get(start).line() < chosen) {
        start++;
      }
      if (start == records.size()) {
        return null;
      }
    }
    Kind[] kinds = kinds(records, start + 1, width);
    String data = chosen == null ? tellingData(records.get(start), kinds) : null;
    if (data != null || (chosen != null && chosen == 0)) {
      Reason reason =
          data == null ? Reason.of(ReasonCode.CHOSEN) : Reason.of(ReasonCode.NO_HEADER, data);
      return withoutHeader(records, start, width, reason);
    }
    return withHeader(records, start, width, kinds, chosen);
  }

  private static TableLayout withoutHeader(
      List<CsvRecord> records, int start, int width, Reason reason) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names.add("");
    }
    long first = records.get(start).line();
    return new TableLayout(0, 0, first, width, names, 0, start, title(records, start), reason);
  }

  private static TableLayout withHeader(
      List<CsvRecord> records, int full, int width, Kind[] kinds, @Nullable Long chosen) {
    int start = chosen == null ? firstOfHeader(records, full, width) : full;
    int lines = full - start + headerLines(records, full, kinds);
    List<CsvRecord> parts = records.subList(start, start + lines);
    int headerCells = 0;
    for (CsvRecord part : parts) {
      for (int i = 0; i < part.cells().size(); i++) {
        if (!part.cell(i).isEmpty()) {
          headerCells = Math.max(headerCells, i + 1);
        }
      }
    }
    int columns = Math.max(width, headerCells);
    int next = start + lines;
    // Behind the last header line even when no row follows.
    long firstRow =
        next < records.size() ? records.get(next).line() : records.get(next - 1).line() + 1;
    return new TableLayout(
        records.get(start).line(),
        lines,
        firstRow,
        width,
        HeaderNames.joined(parts, columns),
        headerCells,
        start,
        title(records, start),
        reason(start, lines, chosen));
  }

  private static Reason reason(int start, int lines, @Nullable Long chosen) {
    if (chosen != null) {
      return Reason.of(ReasonCode.CHOSEN);
    }
    if (lines > 1) {
      return Reason.of(ReasonCode.SEVERAL_HEADER_LINES, lines);
    }
    return start > 0
        ? Reason.of(ReasonCode.AFTER_TITLE_LINES, start)
        : Reason.of(ReasonCode.FIRST_FULL_LINE);
  }

  private static String title(List<CsvRecord> records, int start) {
    if (start == 0) {
      return "";
    }
    return records.getFirst().cells().stream()
        .map(Blanks::cut)
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static int usualCells(List<CsvRecord> records) {
    Map<Integer, Integer> widths = new HashMap<>();
    for (CsvRecord record : records) {
      if (record.filledCells() >= 2) {
        widths.merge(record.cells().size(), 1, Integer::sum);
      }
    }
    int best = 1;
    int most = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getValue() > most || (width.getValue() == most && width.getKey() > best)) {
        most = width.getValue();
        best = width.getKey();
      }
    }
    return best;
  }

  private static int firstFull(List<CsvRecord> records, int width) {
    int enough = width == 1 ? 1 : Math.max(2, (width + 1) / 2);
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).filledCells() >= enough) {
        return i;
      }
    }
    return 0;
  }

  /** What the values below are, for each column. */
  private static Kind[] kinds(List<CsvRecord> records, int from, int width) {
    Kind[] kinds = new Kind[width];
    int to = Math.min(records.size(), from + ROWS_LOOKED_AT);
    for (int column = 0; column < width; column++) {
      int values = 0;
      Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
      for (int row = from; row < to; row++) {
        CsvRecord record = records.get(row);
        String cell = record.cells().size() < width ? "" : record.cell(column);
        if (!cell.isEmpty() && !EmptyMarkers.contains(cell)) {
          values++;
          counts.merge(kind(cell), 1, Integer::sum);
        }
      }
      kinds[column] = Kind.WORDS;
      for (Kind kind : List.of(Kind.NUMBERS, Kind.DAYS)) {
        if (values > 0 && counts.getOrDefault(kind, 0) >= values * MOSTLY) {
          kinds[column] = kind;
        }
      }
    }
    return kinds;
  }

  private static Kind kind(String cell) {
    if (DateText.shape(cell) != null) {
      return Kind.DAYS;
    }
    boolean number =
        NumberText.measure(cell, ValueFormat.DECIMAL_COMMA) != NumberText.NONE
            || NumberText.measure(cell, ValueFormat.DECIMAL_POINT) != NumberText.NONE;
    return number ? Kind.NUMBERS : Kind.WORDS;
  }

  /** A value that no header would hold; null when the record may well be a header. */
  private static @Nullable String tellingData(CsvRecord record, Kind[] kinds) {
    String telling = null;
    for (int column = 0; column < kinds.length; column++) {
      String cell = record.cell(column);
      if (kinds[column] == Kind.WORDS || cell.isEmpty() || EmptyMarkers.contains(cell)) {
        continue;
      }
      // Words over numbers, or a day over numbers: "Ort;31.12.2024".
      if (kind(cell) != kinds[column]) {
        return null;
      }
      // A year is a usual name: "Gemeinde;2010;2011".
      if (telling == null && !cell.matches("(19|20)\\d\\d")) {
        telling = cell;
      }
    }
    return telling;
  }

  /** Merged cells leave the lines above the first full one half empty, but not to one cell. */
  private static int firstOfHeader(List<CsvRecord> records, int full, int width) {
    int start = full;
    while (start > 0
        && full - start < MOST_HEADER_LINES - 1
        && !isDistinct(records.get(start), width)
        && records.get(start - 1).cells().size() == width
        && records.get(start - 1).filledCells() >= 2) {
      start--;
    }
    return start;
  }

  /**
   * A header goes on in the next line when its names are not distinct yet (cells were merged) and
   * the next line has words where the rows have numbers.
   */
  private static int headerLines(List<CsvRecord> records, int start, Kind[] kinds) {
    int lines = 1;
    while (lines < MOST_HEADER_LINES
        && start + lines < records.size()
        && !isDistinct(records.get(start + lines - 1), kinds.length)
        && isWordsOverNumbers(records.get(start + lines), kinds)) {
      lines++;
    }
    return lines;
  }

  private static boolean isDistinct(CsvRecord record, int width) {
    Set<String> names = new HashSet<>();
    for (int column = 0; column < width; column++) {
      if (!names.add(record.cell(column).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return !names.contains("");
  }

  private static boolean isWordsOverNumbers(CsvRecord record, Kind[] kinds) {
    int numbers = 0;
    int words = 0;
    for (int column = 0; column < kinds.length; column++) {
      if (kinds[column] == Kind.WORDS) {
        continue;
      }
      numbers++;
      String cell = record.cell(column);
      if (kind(cell) != Kind.WORDS) {
        return false;
      }
      if (!cell.isEmpty() && !EmptyMarkers.contains(cell)) {
        words++;
      }
    }
    return numbers >= 2 && words * 2 >= numbers;
  }
}
