package org.allmende.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes whole tables, row by row. */
final class TableExport {
  private static final String LINE_END = "\r\n";

  private TableExport() {}

  static void csv(
      List<StoredColumn> columns, Iterator<List<@Nullable Object>> rows, OutputStream out)
      throws IOException {
    Writer writer = writer(out);
    for (int i = 0; i < columns.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(cell(columns.get(i).name()));
    }
    writer.write(LINE_END);
    while (rows.hasNext()) {
      List<@Nullable Object> row = rows.next();
      for (int i = 0; i < columns.size(); i++) {
        writer.write(i == 0 ? "" : ",");
        writer.write(text(row.get(i), columns.size()));
      }
      writer.write(LINE_END);
    }
    writer.flush();
  }

  static void json(
      List<StoredColumn> columns, Iterator<List<@Nullable Object>> rows, OutputStream out)
      throws IOException {
    Writer writer = writer(out);
    List<String> names = columns.stream().map(column -> Json.text(column.name()) + ":").toList();
    String separator = "[\n{";
    boolean any = rows.hasNext();
    while (rows.hasNext()) {
      List<@Nullable Object> row = rows.next();
      writer.write(separator);
      separator = "},\n{";
      for (int i = 0; i < names.size(); i++) {
        writer.write(i == 0 ? "" : ",");
        writer.write(names.get(i));
        writer.write(Json.value(row.get(i)));
      }
    }
    writer.write(any ? "}\n]\n" : "[]\n");
    writer.flush();
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  private static String text(@Nullable Object value, int columns) {
    return switch (value) {
      // A lone empty cell would be an empty line, which readers pass over.
      case null -> columns == 1 ? "\"\"" : "";
      case BigDecimal number -> number.toPlainString();
      case Long number -> number.toString();
      default -> cell(value.toString());
    };
  }

  private static String cell(String text) {
    boolean quoted = text.isEmpty();
    for (int i = 0; i < text.length() && !quoted; i++) {
      char c = text.charAt(i);
      quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
