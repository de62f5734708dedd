package org.allmende.tabular;

/**
 * A condition on one column.
 *
 * @param column its name
 * @param operator how to compare
 * @param value what to compare with, as text: numbers with point or comma, days as 2026-12-31 or
 *     31.12.2026, true/false or ja/nein; ignored by {@link Operator#EMPTY}
 */
public record Filter(String column, Operator operator, String value) {}
