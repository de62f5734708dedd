package org.allmende.tabular;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes statements for questions about one table. */
final class QuerySql {
  private final String rows;
  private final List<StoredColumn> columns;

  QuerySql(String rows, List<StoredColumn> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  Sql count(List<Filter> filters) {
    List<Object> parameters = new ArrayList<>();
    String where = where(filters, parameters);
    return new Sql("select count(*) from " + rows + where, parameters);
  }

  /** The value by which the row a page begins after is sorted. */
  Sql sortValue(Sort sort, long row) {
    return new Sql(
        "select " + column(sort.column()) + " from " + rows + " where row_number = ?",
        List.of(row));
  }

  /**
   * One page and one row more, so that it shows whether another follows.
   *
   * @param sortValue of the row before the page; null when empty or not asked for
   */
  Sql page(RowQuery query, @Nullable Object sortValue) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select row_number");
    for (int i = 0; i < columns.size(); i++) {
      sql.append(", ").append(StoredTable.column(i));
    }
    sql.append(" from ").append(rows).append(where(query.filters(), parameters));
    if (query.after() > 0) {
      sql.append(" and ").append(behind(query, sortValue, parameters));
    }
    if (query.sort() == null && query.filters().isEmpty()) {
      // Row numbers have no gaps: so only this part of a large table is looked at.
      sql.append(" and row_number <= ?");
      parameters.add(query.after() + query.limit() + 1);
    }
    sql.append(" order by ").append(order(query.sort()));
    sql.append(" limit ").append(query.limit() + 1);
    return new Sql(sql.toString(), parameters);
  }

  Sql summary(int index, long rowCount) {
    String column = StoredTable.column(index);
    // Exact counting keeps every different value in memory.
    String distinct =
        rowCount <= ColumnSummary.MOST_COUNTED
            ? "count(distinct " + column + ")"
            : "approx_count_distinct(" + column + ")";
    return Sql.of(
        "select min(%1$s), max(%1$s), %2$s, count(*) - count(%1$s) from %3$s"
            .formatted(column, distinct, rows));
  }

  private String where(List<Filter> filters, List<Object> parameters) {
    StringBuilder where = new StringBuilder(" where true");
    for (Filter filter : filters) {
      where.append(" and ").append(condition(filter, parameters));
    }
    return where.toString();
  }

  private String condition(Filter filter, List<Object> parameters) {
    int index = index(filter.column());
    String column = StoredTable.column(index);
    return switch (filter.operator()) {
      case EMPTY -> column + " is null";
      case CONTAINS -> {
        parameters.add(Blanks.cut(filter.value()));
        yield "contains(lower(cast(" + column + " as varchar)), lower(?))";
      }
      case EQ -> compare(index, " = ", filter, parameters);
      case NE -> compare(index, " is distinct from ", filter, parameters);
      case LT -> compare(ordered(index), " < ", filter, parameters);
      case LTE -> compare(ordered(index), " <= ", filter, parameters);
      case GT -> compare(ordered(index), " > ", filter, parameters);
      case GTE -> compare(ordered(index), " >= ", filter, parameters);
    };
  }

  private String compare(int index, String operator, Filter filter, List<Object> parameters) {
    parameters.add(FilterValue.parse(columns.get(index), filter.value()));
    return StoredTable.column(index) + operator + "?";
  }

  private int ordered(int index) {
    StoredColumn column = columns.get(index);
    if (column.type() == ColumnType.BOOLEAN) {
      throw new BadQuery(BadQuery.Code.NO_ORDER, column.name(), "");
    }
    return index;
  }

  private String behind(RowQuery query, @Nullable Object sortValue, List<Object> parameters) {
    Sort sort = query.sort();
    if (sort == null) {
      parameters.add(query.after());
      return "row_number > ?";
    }
    String column = column(sort.column());
    if (sortValue == null) {
      parameters.add(query.after());
      return "(" + column + " is null and row_number > ?)";
    }
    parameters.add(sortValue);
    parameters.add(sortValue);
    parameters.add(query.after());
    String further = sort.direction() == Sort.Direction.ASCENDING ? " > ?" : " < ?";
    return "(%1$s%2$s or (%1$s = ? and row_number > ?) or %1$s is null)".formatted(column, further);
  }

  private String order(@Nullable Sort sort) {
    if (sort == null) {
      return "row_number";
    }
    String direction = sort.direction() == Sort.Direction.ASCENDING ? " asc" : " desc";
    return column(sort.column()) + direction + " nulls last, row_number";
  }

  private String column(String name) {
    return StoredTable.column(index(name));
  }

  private int index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new BadQuery(BadQuery.Code.NO_SUCH_COLUMN, Parameters.shortened(name), "");
  }
}
