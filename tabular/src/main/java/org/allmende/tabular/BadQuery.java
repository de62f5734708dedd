package org.allmende.tabular;

/** A question that makes no sense for this table; the reader's mistake, not ours. */
public final class BadQuery extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with the question. */
  public enum Code {
    NO_SUCH_COLUMN,
    /** The value is no number. */
    NOT_A_NUMBER,
    NOT_A_DATE,
    NOT_YES_OR_NO,
    /** Yes-or-no columns have no order to compare by. */
    NO_ORDER,
    LIMIT_OUT_OF_RANGE,
    NO_SUCH_CURSOR,
    /** It took longer or more memory than allowed. */
    TOO_EXPENSIVE
  }

  private final Code code;
  private final String column;
  private final String value;

  BadQuery(Code code, String column, String value) {
    super(code + " " + column + " " + value);
    this.code = code;
    this.column = column;
    this.value = value;
  }

  public Code code() {
    return code;
  }

  /** The column asked for; empty when it is about the whole question. */
  public String column() {
    return column;
  }

  public String value() {
    return value;
  }
}
