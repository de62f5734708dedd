package org.allmende.tabular;

/**
 * The order of rows by one column; empty cells come last, equal ones stay in the order of the file.
 *
 * @param column its name
 * @param direction up or down
 */
public record Sort(String column, Direction direction) {
  /** Which end comes first. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }
}
