package org.allmende.tabular;

import org.jspecify.annotations.Nullable;

/**
 * What a column holds as a whole.
 *
 * @param name of the column
 * @param type what its values are
 * @param smallest null when all cells are empty
 * @param largest null when all cells are empty
 * @param distinct how many different values; estimated when the table has more than {@value
 *     #MOST_COUNTED} rows
 * @param empty how many empty cells
 */
public record ColumnSummary(
    String name,
    ColumnType type,
    @Nullable Object smallest,
    @Nullable Object largest,
    long distinct,
    long empty) {
  static final long MOST_COUNTED = 1_000_000;
}
