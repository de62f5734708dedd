package org.allmende.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.allmende.base.web.Problem;
import org.allmende.tabular.BadQuery;
import org.allmende.tabular.Filter;
import org.allmende.tabular.RowQuery;
import org.allmende.tabular.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Which rows an address asks for: {@code limit}, {@code after}, {@code filter} (often), {@code
 * sort}.
 */
record RowAddress(int limit, long after, List<Filter> filters, @Nullable Sort sort) {

  static RowAddress of(HttpServletRequest request, int limit, long after, String sort) {
    String[] filters = request.getParameterValues("filter");
    List<String> given =
        filters == null ? List.of() : Arrays.stream(filters).filter(f -> !f.isBlank()).toList();
    return new RowAddress(limit, after, RowFilters.read(given), sort(sort));
  }

  /** {@code column}, or {@code -column} for the other way round. */
  private static @Nullable Sort sort(String text) {
    if (text.isBlank()) {
      return null;
    }
    return text.startsWith("-")
        ? new Sort(text.substring(1), Sort.Direction.DESCENDING)
        : new Sort(text, Sort.Direction.ASCENDING);
  }

  /**
   * The question to the table.
   *
   * @throws Problem 400 if it asks for too much
   */
  RowQuery query() {
    try {
      return new RowQuery(limit, after, filters, sort);
    } catch (BadQuery bad) {
      throw Problem.badRequest("catalog.query." + Keys.of(bad.code()), bad.column(), bad.value());
    }
  }

  /** The address of the rows after these. */
  String next(String path, long from) {
    return address(path, from, sort);
  }

  /** The address of the first rows in another order. */
  String sorted(String path, @Nullable Sort other) {
    return address(path, 0, other);
  }

  /** The address of the first rows that fulfil one more condition. */
  String with(Filter filter, String path) {
    List<Filter> more = new ArrayList<>(filters);
    more.add(filter);
    return new RowAddress(limit, 0, more, sort).sorted(path, sort);
  }

  /** The address of the first rows with one condition less. */
  String without(Filter filter, String path) {
    List<Filter> less = new ArrayList<>(filters);
    less.remove(filter);
    return new RowAddress(limit, 0, less, sort).sorted(path, sort);
  }

  private String address(String path, long from, @Nullable Sort by) {
    var address = new StringBuilder(path).append("?limit=").append(limit);
    if (from > 0) {
      address.append("&after=").append(from);
    }
    for (Filter filter : filters) {
      address.append("&filter=").append(encoded(RowFilters.write(filter)));
    }
    if (by != null) {
      String mark = by.direction() == Sort.Direction.DESCENDING ? "-" : "";
      address.append("&sort=").append(encoded(mark + by.column()));
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
