package org.allmende.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.i18n.Message;
import org.allmende.base.web.Form;
import org.allmende.base.web.Page;
import org.allmende.tabular.Column;
import org.allmende.tabular.ColumnType;
import org.allmende.tabular.Encoding;
import org.allmende.tabular.Reading;
import org.allmende.tabular.Reason;
import org.allmende.tabular.ReasonCode;
import org.allmende.tabular.Rejection;
import org.allmende.tabular.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the reading page shows.
 *
 * @param firstLines the first lines of the original, to choose the header by
 * @param problem what was wrong with the last correction, null when nothing was
 */
record ReadingView(
    Dataset dataset,
    FileVersion version,
    TableView preview,
    List<String> firstLines,
    @Nullable Message problem) {

  private static final int MOST_REJECTED = 50;

  Reading reading() {
    return version.reading();
  }

  String url() {
    return dataset.url() + "/files/" + version.file() + "/reading";
  }

  String uploadUrl() {
    return dataset.url() + "/files/" + version.file() + "/versions";
  }

  List<Rejection> rejected() {
    List<Rejection> all = reading().rejected();
    return all.subList(0, Math.min(MOST_REJECTED, all.size()));
  }

  long moreRejected() {
    return reading().rejectedRows() - rejected().size();
  }

  /** The columns of the preview, as they are in the file. */
  List<Column> columns() {
    return reading().kept();
  }

  Map<String, String> encodings() {
    Map<String, String> options = new LinkedHashMap<>();
    for (Encoding encoding : Encoding.values()) {
      options.put(
          Keys.of(encoding),
          encoding == Encoding.WINDOWS_1252 ? "Windows-1252" : ReadingNames.of(encoding));
    }
    return options;
  }

  Map<String, String> delimiters(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(";", page.t("catalog.delimiter.semicolon"));
    options.put(",", page.t("catalog.delimiter.comma"));
    options.put("tab", page.t("catalog.delimiter.tab"));
    options.put("|", page.t("catalog.delimiter.bar"));
    options.putIfAbsent(delimiter(), delimiter());
    return options;
  }

  private String delimiter() {
    return reading().delimiter().equals("\t") ? "tab" : reading().delimiter();
  }

  Map<String, String> headerLines(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("0", page.t("catalog.reading.noHeader"));
    for (int line = 1; line <= firstLines.size(); line++) {
      options.put(
          String.valueOf(line),
          page.t("catalog.reading.line", line, shortened(firstLines.get(line - 1))));
    }
    options.putIfAbsent(
        String.valueOf(reading().headerLine()),
        page.t("catalog.reading.line", reading().headerLine(), ""));
    return options;
  }

  private static String shortened(String line) {
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }

  Map<String, String> types(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (ColumnType type : ColumnType.values()) {
      options.put(Keys.of(type), page.t("catalog.type." + Keys.of(type)));
    }
    return options;
  }

  Map<String, String> numberFormats() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(Keys.of(ValueFormat.DECIMAL_COMMA), "1.234,56");
    options.put(Keys.of(ValueFormat.DECIMAL_POINT), "1,234.56");
    return options;
  }

  Map<String, String> dateFormats(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(Keys.of(ValueFormat.DAY_MONTH_YEAR), page.t("catalog.format.day_month_year"));
    options.put(Keys.of(ValueFormat.YEAR_MONTH_DAY), page.t("catalog.format.year_month_day"));
    return options;
  }

  /**
   * The first column whose numbers or days have something to decide; null when the file has none.
   */
  @Nullable Column first(ColumnType... types) {
    for (Column column : reading().kept()) {
      if (List.of(types).contains(column.type())) {
        return column;
      }
    }
    return null;
  }

  /** What is worth telling about columns: why one is text, how numbers are read. */
  List<Column> telling() {
    List<Column> telling = new ArrayList<>();
    for (Column column : reading().kept()) {
      ReasonCode code = column.reason().code();
      if (code != ReasonCode.WORDS
          && code != ReasonCode.WHOLE_NUMBERS
          && code != ReasonCode.DATES
          && code != ReasonCode.CHOSEN) {
        telling.add(column);
      }
    }
    return telling.subList(0, Math.min(4, telling.size()));
  }

  /** The form with everything as it is read now. */
  Form form() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("encoding", Keys.of(reading().encoding()));
    values.put("delimiter", delimiter());
    values.put("headerLine", String.valueOf(reading().headerLine()));
    Column number = first(ColumnType.INTEGER, ColumnType.DECIMAL);
    Column day = first(ColumnType.DATE);
    values.put("numbers", number == null ? "" : Keys.of(number.format()));
    values.put("dates", day == null ? "" : Keys.of(day.format()));
    for (Column column : reading().columns()) {
      values.put(ReadingForm.field(column.position(), "name"), column.name());
      values.put(ReadingForm.field(column.position(), "type"), Keys.of(column.type()));
    }
    return Form.of(values);
  }

  static Message reason(Reason reason) {
    return ReadingWords.reason(reason);
  }

  static Message rejection(Rejection row) {
    return ReadingWords.rejection(row);
  }

  static String field(Column column, String name) {
    return ReadingForm.field(column.position(), name);
  }
}
