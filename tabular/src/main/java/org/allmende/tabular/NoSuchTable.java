package org.allmende.tabular;

/**
 * The table was never loaded here, or its file is gone; load it again from original and reading.
 */
public final class NoSuchTable extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchTable(String tableId) {
    super("No table " + tableId);
  }
}
