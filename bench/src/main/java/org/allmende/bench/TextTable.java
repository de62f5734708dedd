package org.allmende.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows as a table of even columns, for a terminal. */
record TextTable(List<Map<String, Object>> rows) {

  String text() {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.copyOf(columns));
    rows.forEach(row ->
        lines.add(columns.stream().map(column -> cell(row.getOrDefault(column, ""))).toList()));
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder cells = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        cells.append(line.get(i)).repeat(" ", widths[i] - line.get(i).length() + 2);
      }
      text.append(cells.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String cell(Object value) {
    return value instanceof Double number ? "%.2f".formatted(number) : String.valueOf(value);
  }
}
