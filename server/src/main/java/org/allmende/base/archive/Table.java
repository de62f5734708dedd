package org.allmende.base.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table as it is copied: by names, and in an order that depends on nothing but its content, so
 * that two databases with the same rows give the same bytes.
 *
 * @param columns by name, without those the database fills by itself
 * @param key the columns rows are told apart by; all of them where there is no primary key
 */
record Table(String name, List<String> columns, List<String> key) {

  /**
   * @param instead what is written instead of a column's value, in SQL
   */
  String copyOut(String condition, Map<String, String> instead) {
    String values =
        columns.stream()
            .map(column ->
                instead.containsKey(column)
                    ? "(" + instead.get(column) + ") as " + quoted(column)
                    : quoted(column))
            .collect(Collectors.joining(", "));
    String order =
        key.stream()
            .map(column -> quoted(column) + "::text collate \"C\"")
            .collect(Collectors.joining(", "));
    return "copy (select %s from %s where %s order by %s) to stdout"
        .formatted(values, quoted(name), condition, order);
  }

  String copyIn() {
    return "copy %s (%s) from stdin".formatted(quoted(name), list(columns));
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
  }
}
