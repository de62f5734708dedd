package org.allmende.tabular;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a person or program compares a column with. */
final class FilterValue {
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,38}(\\.\\d{1,38})?");

  private FilterValue() {}

  static Object parse(StoredColumn column, String text) {
    String value = Blanks.cut(text);
    return switch (column.type()) {
      case TEXT -> value;
      case INTEGER, DECIMAL -> number(column, value);
      case DATE ->
          first(
              column,
              value,
              BadQuery.Code.NOT_A_DATE,
              DateText.parse(value, ValueFormat.YEAR_MONTH_DAY),
              DateText.parse(value, ValueFormat.DAY_MONTH_YEAR));
      case DATE_TIME ->
          first(
              column,
              value,
              BadQuery.Code.NOT_A_DATE,
              DateText.parse(value, ValueFormat.YEAR_MONTH_DAY_TIME),
              DateText.parse(value, ValueFormat.DAY_MONTH_YEAR_TIME),
              DateText.parse(value, ValueFormat.YEAR_MONTH_DAY),
              DateText.parse(value, ValueFormat.DAY_MONTH_YEAR));
      case BOOLEAN ->
          first(
              column,
              value,
              BadQuery.Code.NOT_YES_OR_NO,
              TruthText.parse(value, ValueFormat.TRUE_FALSE),
              TruthText.parse(value, ValueFormat.JA_NEIN),
              TruthText.parse(value, ValueFormat.WAHR_FALSCH));
    };
  }

  private static Object number(StoredColumn column, String value) {
    BigDecimal plain = PLAIN_NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
    BigDecimal number = plain != null ? plain : NumberText.parse(value, ValueFormat.DECIMAL_COMMA);
    if (number == null || Math.max(number.precision(), number.scale()) > TypeDecision.MOST_DIGITS) {
      throw new BadQuery(BadQuery.Code.NOT_A_NUMBER, column.name(), Parameters.shortened(value));
    }
    return number;
  }

  private static Object first(
      StoredColumn column, String value, BadQuery.Code otherwise, @Nullable Object... candidates) {
    for (Object candidate : Arrays.asList(candidates)) {
      if (candidate != null) {
        return candidate;
      }
    }
    throw new BadQuery(otherwise, column.name(), Parameters.shortened(value));
  }
}
