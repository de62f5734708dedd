package org.allmende.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tables in one folder and answers questions about them. Tables are loaded by short-lived
 * processes; this process only reads the files they finished. Safe for use by many threads.
 *
 * <p>Table ids are chosen by the caller: 1 to 64 of {@code A-Z a-z 0-9 - _}. Questions about a
 * table that is not stored throw {@link NoSuchTable}, those that make no sense {@link BadQuery}.
 */
public final class TableStore implements AutoCloseable {
  private final TableFiles files;
  private final LoadProcess loading;
  private final Semaphore loads;
  private final QueryDatabase database;

  private TableStore(TableFiles files, StoreLimits limits, QueryDatabase database) {
    this.files = files;
    this.loading = new LoadProcess(limits);
    this.loads = new Semaphore(limits.loadsAtOnce(), true);
    this.database = database;
  }

  /** Opens the folder, which is created when missing and must belong to the store alone. */
  public static TableStore open(Path folder, StoreLimits limits) throws IOException {
    TableFiles files = new TableFiles(folder);
    files.removeWorkOlderThan(Instant.now().minus(limits.loadTime().multipliedBy(2)));
    try {
      return new TableStore(files, limits, new QueryDatabase(files.folder(), limits));
    } catch (SQLException e) {
      throw new IOException("The table database does not start", e);
    }
  }

  /**
   * Loads the good rows of the original; replaces what was stored under this id, at once and only
   * when complete. Blocks, possibly for minutes; interrupting it ends the load.
   *
   * @throws LoadFailed when limits are exceeded, the process crashed or the original changed
   */
  public void load(String tableId, Path original, Reading reading)
      throws IOException, InterruptedException {
    // Says so before the work when the id is none.
    var _ = files.current(tableId);
    loads.acquire();
    try {
      Path work = files.workFolder();
      try {
        files.publish(tableId, loading.run(original, reading, work));
      } finally {
        TableFiles.removeFolder(work);
      }
    } finally {
      loads.release();
    }
  }

  /** Whether this table is stored. */
  public boolean has(String tableId) {
    return files.current(tableId).isPresent();
  }

  /** Removes the table; nothing happens when there is none. */
  public void delete(String tableId) throws IOException {
    files.delete(tableId);
  }

  /** The columns in the order of the file. */
  public List<StoredColumn> columns(String tableId) {
    try (QueryDatabase.Lease lease = lease(tableId)) {
      return columns(lease);
    }
  }

  /** One page of rows. */
  public RowPage rows(String tableId, RowQuery query) {
    try (QueryDatabase.Lease lease = lease(tableId)) {
      List<StoredColumn> columns = columns(lease);
      QuerySql sql = sql(lease, columns);
      Object sortValue = null;
      if (query.sort() != null && query.after() > 0) {
        List<List<@Nullable Object>> before = lease.ask(sql.sortValue(query.sort(), query.after()));
        if (before.isEmpty()) {
          throw new BadQuery(BadQuery.Code.NO_SUCH_CURSOR, "", String.valueOf(query.after()));
        }
        sortValue = before.getFirst().getFirst();
      }
      return page(columns, lease.ask(sql.page(query, sortValue)), query.limit());
    }
  }

  /** How many rows fulfil all filters. */
  public long count(String tableId, List<Filter> filters) {
    try (QueryDatabase.Lease lease = lease(tableId)) {
      return count(lease, sql(lease, columns(lease)), filters);
    }
  }

  /** What each column holds as a whole. */
  public List<ColumnSummary> summaries(String tableId) {
    try (QueryDatabase.Lease lease = lease(tableId)) {
      List<StoredColumn> columns = columns(lease);
      QuerySql sql = sql(lease, columns);
      long rows = count(lease, sql, List.of());
      List<ColumnSummary> summaries = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        List<@Nullable Object> found = lease.ask(sql.summary(i, rows)).getFirst();
        long empty = number(found.get(3));
        summaries.add(
            new ColumnSummary(
                columns.get(i).name(),
                columns.get(i).type(),
                found.get(0),
                found.get(1),
                // An estimate may exceed what there is.
                Math.min(number(found.get(2)), rows - empty),
                empty));
      }
      return summaries;
    }
  }

  /** Writes all rows as CSV: UTF-8, comma, RFC 4180, header, decimal point, ISO days. */
  public void exportCsv(String tableId, OutputStream out) throws IOException {
    try (QueryDatabase.Lease lease = lease(tableId)) {
      List<StoredColumn> columns = columns(lease);
      TableExport.csv(columns, new StoredRows(lease, sql(lease, columns)), out);
    }
  }

  /** Writes all rows as a JSON array of objects: exact numbers, ISO days, null for empty. */
  public void exportJson(String tableId, OutputStream out) throws IOException {
    try (QueryDatabase.Lease lease = lease(tableId)) {
      List<StoredColumn> columns = columns(lease);
      TableExport.json(columns, new StoredRows(lease, sql(lease, columns)), out);
    }
  }

  private QueryDatabase.Lease lease(String tableId) {
    while (true) {
      Path file = files.current(tableId).orElseThrow(() -> new NoSuchTable(tableId));
      try {
        return database.lease(file);
      } catch (IllegalStateException e) {
        if (Files.exists(file)) {
          throw e;
        }
        // Replaced in this moment: take its successor.
      }
    }
  }

  private static QuerySql sql(QueryDatabase.Lease lease, List<StoredColumn> columns) {
    return new QuerySql(lease.place(StoredTable.ROWS), columns);
  }

  private static List<StoredColumn> columns(QueryDatabase.Lease lease) {
    String all =
        "select name, type from " + lease.place(StoredTable.COLUMNS) + " order by position";
    return lease.ask(Sql.of(all)).stream()
        .map(row ->
            new StoredColumn(
                String.valueOf(row.get(0)), ColumnType.valueOf(String.valueOf(row.get(1)))))
        .toList();
  }

  private static long count(QueryDatabase.Lease lease, QuerySql sql, List<Filter> filters) {
    return number(lease.ask(sql.count(filters)).getFirst().getFirst());
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static RowPage page(
      List<StoredColumn> columns, List<List<@Nullable Object>> found, int limit) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : found.subList(0, Math.min(limit, found.size()))) {
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        named.put(columns.get(i).name(), row.get(i + 1));
      }
      rows.add(named);
    }
    Long next = found.size() > limit ? number(found.get(limit - 1).getFirst()) : null;
    return new RowPage(columns, rows, next);
  }

  @Override
  public void close() {
    database.close();
  }
}
