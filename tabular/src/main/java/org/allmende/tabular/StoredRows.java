package org.allmende.tabular;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table, a portion at a time, so that neither memory nor a place at the database is
 * held while a slow reader takes them.
 */
final class StoredRows implements Iterator<List<@Nullable Object>> {
  private static final int PORTION = RowQuery.MOST_ROWS;

  private final QueryDatabase.Lease lease;
  private final QuerySql sql;
  private final Deque<List<@Nullable Object>> portion = new ArrayDeque<>();
  private long after;
  private boolean ended;

  StoredRows(QueryDatabase.Lease lease, QuerySql sql) {
    this.lease = lease;
    this.sql = sql;
  }

  @Override
  public boolean hasNext() {
    if (portion.isEmpty() && !ended) {
      portion.addAll(lease.ask(sql.page(new RowQuery(PORTION, after, List.of(), null), null)));
      ended = portion.size() <= PORTION;
    }
    return !portion.isEmpty();
  }

  @Override
  public List<@Nullable Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<@Nullable Object> row = portion.removeFirst();
    after = row.getFirst() instanceof Long number ? number : after;
    return row.subList(1, row.size());
  }
}
