package org.allmende.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps tables in one folder and answers questions about them. Tables are loaded by short-lived
 * processes; this process only reads the files they finished. Safe for use by many threads.
 *
 * <p>Table ids are chosen by the caller: 1 to 64 of {@code A-Z a-z 0-9 - _}.
 */
public final class TableStore implements AutoCloseable {
  private final Path folder;
  private final StoreLimits limits;

  private TableStore(Path folder, StoreLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** Opens the folder, which is created when missing and must belong to the store alone. */
  public static TableStore open(Path folder, StoreLimits limits) throws IOException {
    return new TableStore(folder, limits);
  }

  /**
   * Loads the good rows of the original; replaces what was stored under this id, at once and only
   * when complete. Blocks, possibly for minutes.
   *
   * @throws LoadFailed when limits are exceeded, the process crashed or the original changed
   */
  public void load(String tableId, Path original, Reading reading)
      throws IOException, InterruptedException {
    throw new UnsupportedOperationException(folder + " " + limits);
  }

  /** Whether this table is stored. */
  public boolean has(String tableId) {
    throw new UnsupportedOperationException();
  }

  /** Removes the table; nothing happens when there is none. */
  public void delete(String tableId) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The columns in the order of the file. */
  public List<StoredColumn> columns(String tableId) {
    throw new UnsupportedOperationException();
  }

  /** One page of rows. */
  public RowPage rows(String tableId, RowQuery query) {
    throw new UnsupportedOperationException();
  }

  /** How many rows fulfil all filters. */
  public long count(String tableId, List<Filter> filters) {
    throw new UnsupportedOperationException();
  }

  /** What each column holds as a whole. */
  public List<ColumnSummary> summaries(String tableId) {
    throw new UnsupportedOperationException();
  }

  /** Writes all rows as CSV: UTF-8, comma, RFC 4180, header, decimal point, ISO days. */
  public void exportCsv(String tableId, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Writes all rows as a JSON array of objects: exact numbers, ISO days, null for empty. */
  public void exportJson(String tableId, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
