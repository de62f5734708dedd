package org.allmende.tabular;

/** The reasons for decisions about a file and its columns, and the warnings. */
public enum ReasonCode {
  /** A person chose it. For every decision. */
  CHOSEN,

  // encoding
  /** The file begins with a byte order mark. */
  BYTE_ORDER_MARK,
  /** Every byte is ASCII; all encodings agree. */
  ONLY_ASCII,
  /** All bytes are valid UTF-8. */
  VALID_UTF8,
  /** Not valid UTF-8, so Windows-1252. {0} offset of the first such byte, from 0; {1} its line. */
  NOT_UTF8,
  /**
   * Almost all is UTF-8. {0} broken places, {1} offset of the first, {2} its line. Also a warning.
   */
  MOSTLY_UTF8,
  /** Every second byte is zero, as in UTF-16. */
  ZERO_BYTES,

  // delimiter
  /**
   * Cuts most lines into equally many cells. {0} cells, {1} lines that fit, {2} lines looked at.
   */
  MOST_REGULAR,
  /** No delimiter found: one column. Also a warning. */
  ONE_COLUMN,

  // header
  /** The first line with content in (nearly) every column. */
  FIRST_FULL_LINE,
  /** The first full line, after title lines. {0} title lines. */
  AFTER_TITLE_LINES,
  /** The header takes several lines. {0} how many. */
  SEVERAL_HEADER_LINES,
  /** The first full line already holds data. {0} a telling value. Also a warning. */
  NO_HEADER,

  // column
  /** Whole numbers. {0} an example. */
  WHOLE_NUMBERS,
  /** Numbers with decimal comma. {0} the example that decides. */
  DECIMAL_COMMA,
  /** Numbers with decimal point. {0} the example that decides. */
  DECIMAL_POINT,
  /** Numbers with dots between thousands. {0} the example that decides. */
  DOTTED_THOUSANDS,
  /** Numbers that could be read both ways; read as the other columns are. {0} example. */
  AS_OTHER_COLUMNS,
  /** Numbers that could be read both ways; usual for this delimiter. {0} example. */
  AS_USUAL,
  /** Dates. {0} an example. */
  DATES,
  /** Dates with time. {0} an example. */
  DATES_WITH_TIME,
  /** Yes or no. {0} an example. */
  YES_OR_NO,
  /** Only x or empty. {0} how many x. */
  X_MARKS,
  /** Text, because digits begin with zero, as codes do. {0} an example. */
  LEADING_ZEROS,
  /** Text, because some values mix digits and letters, as codes do. {0} an example. */
  MIXED_CODES,
  /** Text, because the name says that it is a code and not a quantity. {0} the name. */
  NAME_OF_A_CODE,
  /** Text, because numbers have more digits than can be kept exactly. {0} an example. */
  TOO_MANY_DIGITS,
  /** Text, because too few values fit another type. {0} values that fit, {1} values. */
  TOO_FEW_FIT,
  /** Text. {0} an example. */
  WORDS,
  /** Text, because the column has no value. */
  NO_VALUES,
  /** Left out: neither a name nor a value, as a separator at the end of each line leaves it. */
  NO_NAME_NO_VALUES,

  // warnings
  /** Header names were equal. {0} the name, {1} the new name. */
  DUPLICATE_NAME,
  /** A header cell was empty. {0} position from 1, {1} the new name. */
  EMPTY_NAME,
  /** The header has fewer cells than the rows. {0} header cells, {1} cells of most rows. */
  HEADER_TOO_SHORT,
  /** Lines above the header were left out. {0} how many, {1} the first of them. */
  TITLE_LINES,
  /** Lines below the table were left out. {0} first line, {1} how many, {2} the first of them. */
  FOOTER_LINES,
  /** Empty lines were left out. {0} how many. */
  EMPTY_LINES,
  /** Marks for "no value" became empty. {0} column, {1} how many, {2} an example. */
  EMPTY_MARKERS,
  /** Blanks at the ends of values were cut. {0} column, {1} how many. */
  BLANKS_CUT,
  /** Dot or comma may be thousands or decimals; please check. {0} column, {1} an example. */
  AMBIGUOUS_NUMBERS,
  /** Umlauts look doubly encoded. {0} an example. */
  DOUBLY_ENCODED,
  /** A quotation mark is never closed; it was taken as a character. {0} line. */
  STRAY_QUOTE,
  /** The table has a header but no rows. */
  NO_ROWS
}
