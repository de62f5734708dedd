package org.allmende.tabular;

import java.util.List;

/**
 * How a table lies in its database file: one table of rows with columns {@code c0, c1, …}, one that
 * says what they are called. So no name from a file ever gets into SQL.
 */
final class StoredTable {
  static final String ROWS = "stored_rows";
  static final String COLUMNS = "stored_columns";
  static final String CREATE_COLUMNS =
      "create table " + COLUMNS + " (position integer, name varchar, type varchar)";
  static final String INSERT_COLUMN = "insert into " + COLUMNS + " values (?, ?, ?)";

  private StoredTable() {}

  static String createRows(List<Column> columns) {
    StringBuilder sql =
        new StringBuilder("create table " + ROWS + " (row_number bigint, line bigint");
    for (int i = 0; i < columns.size(); i++) {
      sql.append(", ").append(column(i)).append(' ').append(type(columns.get(i)));
    }
    return sql.append(')').toString();
  }

  static String column(int index) {
    return "c" + index;
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(" + column.precision() + "," + column.scale() + ")";
      case DATE -> "date";
      case DATE_TIME -> "timestamp";
      case BOOLEAN -> "boolean";
      case TEXT -> "varchar";
    };
  }
}
