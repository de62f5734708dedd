package org.allmende.tabular;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The loading process: reads the original once more by its reading, writes the good rows into a
 * fresh database file and reports in lines of JSON on standard output. It lives for one load only,
 * so that whatever happens to it happens to nobody else.
 */
final class TableLoader {
  static final String DONE = "done";
  static final String CHANGED = "changed";
  static final String TOO_LARGE = "too-large";
  static final String FAILED = "failed";
  private static final int PROGRESS_ROWS = 100_000;

  private final LoadOrder order;
  private final PrintStream report;

  private TableLoader(LoadOrder order, PrintStream report) {
    this.order = order;
    this.report = report;
  }

  /** Takes the order from the file named by the first argument. */
  public static void main(String[] arguments) throws Exception {
    PrintStream report = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Nobody waits for a result when the server is gone.
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(3)));
    LoadOrder order;
    try (ObjectInputStream in = new ObjectInputStream(new FileInputStream(arguments[0]))) {
      order = (LoadOrder) in.readObject();
    }
    try {
      new TableLoader(order, report).load();
    } catch (SQLException | IOException e) {
      String message = String.valueOf(e.getMessage());
      boolean tooLarge = message.contains("Out of Memory") || message.contains("temp_directory");
      say(report, tooLarge ? TOO_LARGE : FAILED, 0, message);
      System.exit(1);
    }
  }

  private void load() throws SQLException, IOException {
    List<Column> kept = order.reading().kept();
    long rows;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + order.target());
        Statement statement = connection.createStatement()) {
      statement.execute("set memory_limit = '" + order.megabytes() + "MB'");
      statement.execute("set threads = 1");
      statement.execute("set temp_directory = " + StoredTable.literal(order.spill()));
      statement.execute(StoredTable.createRows(kept));
      statement.execute(StoredTable.CREATE_COLUMNS);
      describe(connection, kept);
      rows = append(connection, kept);
      statement.execute("checkpoint");
    }
    if (rows == order.reading().rows()) {
      say(report, DONE, rows, "");
    } else {
      say(report, CHANGED, rows, "expected " + order.reading().rows() + " rows, found " + rows);
      System.exit(1);
    }
  }

  private static void describe(Connection connection, List<Column> kept) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(StoredTable.INSERT_COLUMN)) {
      for (int i = 0; i < kept.size(); i++) {
        insert.setInt(1, i);
        insert.setString(2, kept.get(i).name());
        insert.setString(3, kept.get(i).type().name());
        insert.execute();
      }
    }
  }

  private long append(Connection connection, List<Column> kept) throws SQLException, IOException {
    long rows = 0;
    try (RowSource source = new RowSource(Path.of(order.original()), order.reading());
        DuckDBAppender appender =
            connection.unwrap(DuckDBConnection.class).createAppender(StoredTable.ROWS)) {
      RowSource.@Nullable Row row;
      while ((row = source.next()) != null) {
        if (row instanceof RowSource.Row.Good good) {
          rows++;
          appender.beginRow();
          appender.append(rows);
          appender.append(good.line());
          for (int i = 0; i < kept.size(); i++) {
            append(appender, good.values().get(i));
          }
          appender.endRow();
          if (rows % PROGRESS_ROWS == 0) {
            say(report, "rows", rows, "");
          }
        }
      }
    }
    return rows;
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case Long number -> appender.append(number.longValue());
      case BigDecimal number -> appender.append(number);
      case LocalDate day -> appender.append(day);
      case LocalDateTime time -> appender.append(time);
      case Boolean truth -> appender.append(truth.booleanValue());
      default -> appender.append(value.toString());
    }
  }

  private static void say(PrintStream report, String event, long rows, String message) {
    report.println(
        "{\"event\":"
            + Json.text(event)
            + ",\"rows\":"
            + rows
            + ",\"message\":"
            + Json.text(message)
            + "}");
  }
}
