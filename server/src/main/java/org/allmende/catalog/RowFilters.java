package org.allmende.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.allmende.base.web.Problem;
import org.allmende.tabular.Filter;
import org.allmende.tabular.Operator;

/**
 * The language of filters in addresses: {@code column:operator:value}, given as often as needed;
 * all must hold. The operators are {@code eq}, {@code ne}, {@code lt}, {@code lte}, {@code gt},
 * {@code gte}, {@code contains} and {@code empty}, which takes no value. Column and value may hold
 * colons themselves.
 */
final class RowFilters {

  private RowFilters() {}

  /**
   * Reads filters.
   *
   * @throws Problem 400 if one has no operator
   */
  static List<Filter> read(List<String> given) {
    List<Filter> filters = new ArrayList<>();
    for (String text : given) {
      filters.add(read(text));
    }
    return filters;
  }

  /** The text form. */
  static String write(Filter filter) {
    return filter.column() + ":" + Keys.of(filter.operator()) + ":" + filter.value();
  }

  private static Filter read(String text) {
    for (int colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
      int end = text.indexOf(':', colon + 1);
      String word = text.substring(colon + 1, end < 0 ? text.length() : end);
      for (Operator operator : Operator.values()) {
        if (operator.name().toLowerCase(Locale.ROOT).equals(word)
            && (end >= 0 || operator == Operator.EMPTY)) {
          return new Filter(
              text.substring(0, colon), operator, end < 0 ? "" : text.substring(end + 1));
        }
      }
    }
    throw Problem.badRequest("catalog.query.filter", text);
  }
}
