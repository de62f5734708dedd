package org.allmende.tabular;

import java.io.Serializable;
import java.util.List;

/**
 * How a file was read as a table: the recipe by which it can be read again, and what came of it.
 * Lines are counted from 1 as an editor counts them, also inside quoted cells.
 *
 * @param format always {@code CSV} today
 * @param encoding character encoding
 * @param delimiter one character; {@code ;} for a table of one column
 * @param quote the quotation mark
 * @param headerLine first line of the header; 0 when the file has none
 * @param headerLines how many records the header takes; 0 when the file has none
 * @param firstRowLine line on which the first row begins
 * @param footerLine line from which on the file is no table any more; 0 when there is no footer
 * @param fewestCells cells a row must have at least
 * @param columns all columns by position, also those left out
 * @param rows rows that are loaded
 * @param rejectedRows rows that are not loaded
 * @param rejected the first {@value #MOST_LISTED} of them, in the order of the file
 * @param encodingReason why this encoding
 * @param delimiterReason why this delimiter
 * @param headerReason why this header line
 * @param warnings what a person should look at
 */
public record Reading(
    String format,
    Encoding encoding,
    String delimiter,
    String quote,
    long headerLine,
    int headerLines,
    long firstRowLine,
    long footerLine,
    int fewestCells,
    List<Column> columns,
    long rows,
    long rejectedRows,
    List<Rejection> rejected,
    Reason encodingReason,
    Reason delimiterReason,
    Reason headerReason,
    List<Reason> warnings)
    implements ReadOutcome, Serializable {

  /** How many rejected rows are listed at most; the rest is only counted. */
  public static final int MOST_LISTED = 500;

  public Reading {
    columns = List.copyOf(columns);
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
  }

  /** The columns that are loaded, in the order of the file. */
  public List<Column> kept() {
    return columns.stream().filter(column -> !column.dropped()).toList();
  }
}
