package org.allmende.tabular;

/**
 * A column of a stored table.
 *
 * @param name distinct within the table
 * @param type what its values are
 */
public record StoredColumn(String name, ColumnType type) {}
