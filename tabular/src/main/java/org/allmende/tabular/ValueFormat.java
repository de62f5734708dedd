package org.allmende.tabular;

/** How the values of a column are written. */
public enum ValueFormat {
  /** 1.234,56: comma before the decimals, dots between thousands. */
  DECIMAL_COMMA,
  /** 1,234.56: point before the decimals, commas between thousands. */
  DECIMAL_POINT,
  /** 31.12.2026 */
  DAY_MONTH_YEAR,
  /** 2026-12-31 */
  YEAR_MONTH_DAY,
  /** 31.12.2026 23:59, seconds may follow. */
  DAY_MONTH_YEAR_TIME,
  /** 2026-12-31T23:59 or with a blank between; seconds and fractions may follow. */
  YEAR_MONTH_DAY_TIME,
  /** ja, nein */
  JA_NEIN,
  /** wahr, falsch */
  WAHR_FALSCH,
  /** true, false */
  TRUE_FALSE,
  /** x stands for yes, an empty cell for no. */
  X_OR_EMPTY,
  /** 1 stands for yes, 0 for no. Never guessed, only chosen by a person. */
  ONE_ZERO,
  /** As it stands, without blanks at its ends. */
  PLAIN;

  /** Whether values of this type can be written this way. */
  public boolean fits(ColumnType type) {
    return switch (this) {
      case DECIMAL_COMMA, DECIMAL_POINT -> type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
      case DAY_MONTH_YEAR, YEAR_MONTH_DAY -> type == ColumnType.DATE;
      case DAY_MONTH_YEAR_TIME, YEAR_MONTH_DAY_TIME -> type == ColumnType.DATE_TIME;
      case JA_NEIN, WAHR_FALSCH, TRUE_FALSE, X_OR_EMPTY, ONE_ZERO -> type == ColumnType.BOOLEAN;
      case PLAIN -> type == ColumnType.TEXT;
    };
  }
}
