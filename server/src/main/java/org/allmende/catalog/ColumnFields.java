package org.allmende.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.tabular.Column;
import org.allmende.tabular.Reading;

/**
 * Programs name the columns they correct, in any order; the page numbers them. This makes the one
 * of the other.
 */
final class ColumnFields {

  private ColumnFields() {}

  /**
   * The form with its columns numbered by position. A column is named by {@code position}, with
   * {@code name} as its new name, or by {@code name} alone, with {@code newName} as its new name.
   *
   * @throws Problem 422 if a column does not exist
   */
  static Form numbered(Form form, Reading reading) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    form.sent()
        .filter(field -> !field.getKey().startsWith("columns."))
        .forEach(field -> values.put(field.getKey(), List.of(field.getValue())));
    for (int i = 0; ; i++) {
      String from = "columns." + i + ".";
      if (form.sent().noneMatch(field -> field.getKey().startsWith(from))) {
        return new Form(values, form.submission());
      }
      Column column = column(form, from, reading);
      String newName =
          form.has(from + "position") ? form.value(from + "name") : form.value(from + "newName");
      put(values, column, "name", newName);
      put(values, column, "type", form.value(from + "type").replace("datetime", "date_time"));
      put(values, column, "format", form.value(from + "format"));
      put(values, column, "dropped", form.value(from + "dropped"));
    }
  }

  private static Column column(Form form, String from, Reading reading) {
    String position = form.value(from + "position");
    String name = form.value(from + "name");
    return reading.columns().stream()
        .filter(column ->
            position.isEmpty()
                ? column.name().equals(name)
                : String.valueOf(column.position()).equals(position))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid("catalog.reading.noColumn", position.isEmpty() ? name : position));
  }

  private static void put(
      Map<String, List<String>> values, Column column, String field, String value) {
    if (!value.isEmpty()) {
      values.put(ReadingForm.field(column.position(), field), List.of(value));
    }
  }
}
