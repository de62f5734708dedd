package org.allmende.tabular;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns the cell of a column into its value, or says why it is none. */
final class CellParser {
  private CellParser() {}

  /** What a cell is: a value (null for empty), or the reason why it does not fit. */
  record Cell(@Nullable Object value, @Nullable RejectionCode misfit) {
    private static final Cell EMPTY = new Cell(null, null);
  }

  static Cell parse(Column column, String raw) {
    String text = Blanks.cut(raw);
    if (column.format() == ValueFormat.X_OR_EMPTY) {
      return truth(column, text);
    }
    if (text.isEmpty()) {
      return Cell.EMPTY;
    }
    if (column.type() == ColumnType.TEXT) {
      return new Cell(text, null);
    }
    if (EmptyMarkers.contains(text)) {
      return Cell.EMPTY;
    }
    return switch (column.type()) {
      case INTEGER, DECIMAL -> number(column, text);
      case DATE, DATE_TIME -> day(column, text);
      case BOOLEAN -> truth(column, text);
      case TEXT -> throw new IllegalStateException();
    };
  }

  private static Cell truth(Column column, String text) {
    Boolean value = TruthText.parse(text, column.format());
    return value == null ? misfit(RejectionCode.NOT_YES_OR_NO) : new Cell(value, null);
  }

  private static Cell day(Column column, String text) {
    Object value = DateText.parse(text, column.format());
    if (value != null) {
      return new Cell(value, null);
    }
    return misfit(
        DateText.shape(text) == column.format()
            ? RejectionCode.NO_SUCH_DAY
            : RejectionCode.NOT_A_DATE);
  }

  private static Cell number(Column column, String text) {
    BigDecimal value = NumberText.parse(text, column.format());
    if (value == null) {
      return misfit(
          NumberText.measure(text, other(column.format())) == NumberText.NONE
              ? RejectionCode.NOT_A_NUMBER
              : RejectionCode.OTHER_NUMBER_FORMAT);
    }
    return column.type() == ColumnType.INTEGER ? whole(value) : decimal(column, value);
  }

  private static Cell whole(BigDecimal value) {
    if (value.stripTrailingZeros().scale() > 0) {
      return misfit(RejectionCode.NOT_A_WHOLE_NUMBER);
    }
    try {
      return new Cell(value.longValueExact(), null);
    } catch (ArithmeticException _) {
      return misfit(RejectionCode.NUMBER_TOO_LARGE);
    }
  }

  /** The store demands exactly the scale of the column. */
  private static Cell decimal(Column column, BigDecimal value) {
    if (value.scale() > column.scale() && value.stripTrailingZeros().scale() > column.scale()) {
      return misfit(RejectionCode.NUMBER_TOO_LARGE);
    }
    BigDecimal scaled = value.setScale(column.scale());
    return scaled.precision() > column.precision()
        ? misfit(RejectionCode.NUMBER_TOO_LARGE)
        : new Cell(scaled, null);
  }

  private static ValueFormat other(ValueFormat format) {
    return format == ValueFormat.DECIMAL_COMMA
        ? ValueFormat.DECIMAL_POINT
        : ValueFormat.DECIMAL_COMMA;
  }

  private static Cell misfit(RejectionCode code) {
    return new Cell(null, code);
  }
}
