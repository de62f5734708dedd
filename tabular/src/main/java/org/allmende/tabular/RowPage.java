package org.allmende.tabular;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table.
 *
 * @param columns the columns in the order of the file
 * @param rows by column name, in the order of the columns; values as {@link ColumnType} says
 * @param next what the following page must be asked {@code after}; null when this is the last
 */
public record RowPage(
    List<StoredColumn> columns, List<Map<String, @Nullable Object>> rows, @Nullable Long next) {}
