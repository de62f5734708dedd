package org.allmende.tabular;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The one database in this process that answers questions. It sees nothing but the files of one
 * folder, attached read-only when first asked for. After a fatal error it is opened afresh and the
 * question asked once more.
 */
final class QueryDatabase implements AutoCloseable {
  private static final int MOST_ATTACHED = 64;

  /** A file in use; it stays attached as long as leases on it are open. */
  private static final class Attachment {
    private final String alias;
    private int leases;
    private @Nullable Connection attachedTo;

    private Attachment(String alias) {
      this.alias = alias;
    }
  }

  private final Path folder;
  private final StoreLimits limits;
  private final Semaphore slots;
  private final Map<Path, Attachment> attachments = new LinkedHashMap<>(16, 0.75f, true);
  private long aliases;
  private Connection main;

  QueryDatabase(Path folder, StoreLimits limits) throws SQLException {
    this.folder = folder;
    this.limits = limits;
    this.slots = new Semaphore(limits.queriesAtOnce(), true);
    this.main = open();
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("set memory_limit = '" + limits.queryMegabytes() + "MB'");
      statement.execute("set threads = 2");
      statement.execute("set temp_directory = ''");
      statement.execute("set allowed_directories = [" + StoredTable.literal(folder + "/") + "]");
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Keeps the file readable until the lease is closed, also when it is replaced meanwhile. */
  synchronized Lease lease(Path file) {
    Attachment attachment = attachments.computeIfAbsent(file, _ -> new Attachment("t" + ++aliases));
    attachment.leases++;
    Lease lease = new Lease(file, attachment);
    try {
      attach(main, file, attachment);
    } catch (SQLException e) {
      if (!isFatal(e)) {
        lease.close();
        throw translated(e);
      }
      // The first question will open the database afresh.
    }
    return lease;
  }

  /** The right to ask one file. */
  final class Lease implements AutoCloseable {
    private final Path file;
    private final Attachment attachment;

    private Lease(Path file, Attachment attachment) {
      this.file = file;
      this.attachment = attachment;
    }

    /** All rows of a question; whole in memory, so ask for few. */
    List<List<@Nullable Object>> ask(Sql sql) {
      slots.acquireUninterruptibly();
      try {
        return askAgain(sql);
      } finally {
        slots.release();
      }
    }

    /** The place of a table of this file, for SQL. */
    String place(String table) {
      return attachment.alias + "." + table;
    }

    private List<List<@Nullable Object>> askAgain(Sql sql) {
      Connection asked = main();
      try {
        return askOnce(asked, sql);
      } catch (SQLException e) {
        if (!isFatal(e)) {
          throw translated(e);
        }
        try {
          return askOnce(reopened(asked), sql);
        } catch (SQLException again) {
          again.addSuppressed(e);
          throw translated(again);
        }
      }
    }

    private List<List<@Nullable Object>> askOnce(Connection database, Sql sql) throws SQLException {
      attach(database, file, attachment);
      try (Connection connection = database.unwrap(DuckDBConnection.class).duplicate();
          PreparedStatement statement = connection.prepareStatement(sql.text())) {
        statement.setQueryTimeout(Math.toIntExact(Math.max(1, limits.queryTime().toSeconds())));
        for (int i = 0; i < sql.parameters().size(); i++) {
          statement.setObject(i + 1, sql.parameters().get(i));
        }
        try (ResultSet result = statement.executeQuery()) {
          return values(result);
        }
      }
    }

    @Override
    public void close() {
      release(attachment);
    }
  }

  private static List<List<@Nullable Object>> values(ResultSet result) throws SQLException {
    int columns = result.getMetaData().getColumnCount();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<@Nullable Object> row = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        Object value = result.getObject(i);
        row.add(
            value instanceof java.sql.Timestamp ? result.getObject(i, LocalDateTime.class) : value);
      }
      rows.add(row);
    }
    return rows;
  }

  private synchronized Connection main() {
    return main;
  }

  private synchronized Connection reopened(Connection broken) throws SQLException {
    if (main == broken) {
      main = open();
      closeQuietly(broken);
    }
    return main;
  }

  private synchronized void attach(Connection database, Path file, Attachment attachment)
      throws SQLException {
    if (attachment.attachedTo == database) {
      return;
    }
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "attach "
              + StoredTable.literal(file.toString())
              + " as "
              + attachment.alias
              + " (read_only)");
    }
    attachment.attachedTo = database;
  }

  /** Lets go of what nobody uses: files that were replaced, and the ones unused for longest. */
  private synchronized void release(Attachment released) {
    released.leases--;
    Iterator<Map.Entry<Path, Attachment>> all = attachments.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Path, Attachment> entry = all.next();
      Attachment attachment = entry.getValue();
      boolean unwanted = attachments.size() > MOST_ATTACHED || !entry.getKey().toFile().exists();
      if (attachment.leases == 0 && unwanted) {
        detach(attachment);
        all.remove();
      }
    }
  }

  private void detach(Attachment attachment) {
    if (attachment.attachedTo != main) {
      return;
    }
    try (Statement statement = main.createStatement()) {
      statement.execute("detach " + attachment.alias);
    } catch (SQLException _) {
      // It stays attached until the database is opened afresh, and is in nobody's way.
    }
  }

  private static boolean isFatal(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("FATAL")
        || message.contains("database has been invalidated")
        || message.contains("Connection was closed");
  }

  private static RuntimeException translated(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("INTERRUPT") || message.contains("Out of Memory")) {
      BadQuery tooExpensive = new BadQuery(BadQuery.Code.TOO_EXPENSIVE, "", "");
      tooExpensive.initCause(e);
      return tooExpensive;
    }
    return new IllegalStateException("The table database failed: " + message, e);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // It is broken already.
    }
  }

  @Override
  public synchronized void close() {
    closeQuietly(main);
  }
}
