package org.allmende.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.allmende.tabular.ColumnType;
import org.allmende.tabular.RowPage;
import org.allmende.tabular.StoredColumn;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, to be shown. */
record TableView(List<StoredColumn> columns, List<List<@Nullable Object>> rows) {

  static TableView of(RowPage page) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> row : page.rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (StoredColumn column : page.columns()) {
        cells.add(row.get(column.name()));
      }
      rows.add(Collections.unmodifiableList(cells));
    }
    return new TableView(page.columns(), rows);
  }

  static boolean numeric(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
  }

  static String typeKey(ColumnType type) {
    return "catalog.type." + Keys.of(type);
  }
}
