package org.allmende.catalog;

import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.tabular.Column;
import org.allmende.tabular.Reading;
import org.allmende.tabular.Rejection;

/** How a file was read, as programs get it. */
record ReadingJson(
    String format,
    String encoding,
    String delimiter,
    long headerLine,
    List<ColumnJson> columns,
    long rows,
    long rejected,
    List<RejectionJson> rejectedRows,
    String encodingReason,
    String delimiterReason,
    String headerReason,
    List<String> warnings) {

  /** A column; {@code format} says how its values are written in the file. */
  record ColumnJson(
      int position,
      String name,
      String originalName,
      String type,
      String format,
      boolean dropped,
      long emptyCells,
      String reason) {}

  /** A row that was not loaded. */
  record RejectionJson(long line, String column, String value, String code, String reason) {}

  static ReadingJson of(Reading reading, Texts texts, Locale locale) {
    return new ReadingJson(
        reading.format().toLowerCase(Locale.ROOT),
        ReadingNames.of(reading.encoding()),
        reading.delimiter(),
        reading.headerLine(),
        reading.columns().stream().map(column -> column(column, texts, locale)).toList(),
        reading.rows(),
        reading.rejectedRows(),
        reading.rejected().stream().map(row -> rejection(row, texts, locale)).toList(),
        texts.of(locale, ReadingWords.reason(reading.encodingReason())),
        texts.of(locale, ReadingWords.reason(reading.delimiterReason())),
        texts.of(locale, ReadingWords.reason(reading.headerReason())),
        reading.warnings().stream()
            .map(warning -> texts.of(locale, ReadingWords.reason(warning)))
            .toList());
  }

  private static ColumnJson column(Column column, Texts texts, Locale locale) {
    return new ColumnJson(
        column.position(),
        column.name(),
        column.originalName(),
        ReadingNames.of(column.type()),
        Keys.of(column.format()),
        column.dropped(),
        column.emptyCells(),
        texts.of(locale, ReadingWords.reason(column.reason())));
  }

  private static RejectionJson rejection(Rejection row, Texts texts, Locale locale) {
    return new RejectionJson(
        row.line(),
        row.column(),
        row.value(),
        Keys.of(row.code()),
        texts.of(locale, ReadingWords.rejection(row)));
  }
}
