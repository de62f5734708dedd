package org.allmende.tabular;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes one distinct name per column out of header lines. */
final class HeaderNames {
  private static final String JOIN = " – ";
  private static final String NAMELESS = "Spalte ";

  private HeaderNames() {}

  /** The header as it stands there; several lines joined, without what all columns share. */
  static List<String> joined(List<CsvRecord> lines, int columns) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> line = cells(lines.get(i), columns, i < lines.size() - 1);
      if (lines.size() == 1 || line.stream().filter(c -> !c.isEmpty()).distinct().count() > 1) {
        parts.add(line);
      }
    }
    List<String> names = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      List<String> name = new ArrayList<>();
      for (List<String> line : parts) {
        String part = line.get(column);
        if (!part.isEmpty() && !name.contains(part)) {
          name.add(part);
        }
      }
      names.add(String.join(JOIN, name));
    }
    return names;
  }

  /** A merged cell stands only over its first column: the ones behind it get its text. */
  private static List<String> cells(CsvRecord record, int columns, boolean merged) {
    List<String> cells = new ArrayList<>();
    String before = "";
    for (int column = 0; column < columns; column++) {
      String cell = record.cell(column).replaceAll("\\s+", " ");
      before = cell.isEmpty() ? before : cell;
      cells.add(merged ? before : cell);
    }
    return cells;
  }

  /** Names the nameless and tells equal ones apart, also when only their case differs. */
  static List<String> distinct(List<String> header, List<Reason> warnings) {
    Set<String> taken = new HashSet<>();
    for (String name : header) {
      taken.add(key(name));
    }
    Set<String> used = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String original = header.get(i);
      String name = original.isEmpty() ? NAMELESS + (i + 1) : original;
      String free = name;
      boolean first = original.isEmpty() ? !taken.contains(key(name)) : used.add(key(name));
      for (int n = 2; !first && (taken.contains(key(free)) || used.contains(key(free))); n++) {
        free = name + " " + n;
      }
      used.add(key(free));
      if (original.isEmpty()) {
        warnings.add(Reason.of(ReasonCode.EMPTY_NAME, i + 1, free));
      } else if (!free.equals(original)) {
        warnings.add(Reason.of(ReasonCode.DUPLICATE_NAME, original, free));
      }
      names.add(free);
    }
    return names;
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
