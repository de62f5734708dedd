package org.allmende.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for rows of one table.
 *
 * @param limit rows per page, 1 to {@value #MOST_ROWS}
 * @param after row number after which the page begins ({@link RowPage#next()} of the page before);
 *     0 for the first page
 * @param filters all must hold
 * @param sort null: in the order of the file
 */
public record RowQuery(int limit, long after, List<Filter> filters, @Nullable Sort sort) {
  public static final int MOST_ROWS = 1000;

  public RowQuery {
    filters = List.copyOf(filters);
    if (limit < 1 || limit > MOST_ROWS) {
      throw new BadQuery(BadQuery.Code.LIMIT_OUT_OF_RANGE, "", String.valueOf(limit));
    }
    if (after < 0) {
      throw new BadQuery(BadQuery.Code.NO_SUCH_CURSOR, "", String.valueOf(after));
    }
  }

  /** The first rows of the table as they stand in the file. */
  public static RowQuery first(int limit) {
    return new RowQuery(limit, 0, List.of(), null);
  }
}
