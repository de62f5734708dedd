package org.allmende.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allmende.tabular.CellParser.Cell;
import org.jspecify.annotations.Nullable;

/** The rows of a file by a reading: each either good, with its values, or rejected. */
final class RowSource implements Closeable {
  /** A row: values of the kept columns, or why it is rejected. */
  sealed interface Row {
    /** Its values, in the order of the kept columns. */
    record Good(long line, List<@Nullable Object> values) implements Row {}

    /** The reason why it is not loaded. */
    record Bad(Rejection rejection) implements Row {}
  }

  private final CsvLexer lexer;
  private final Reading reading;
  private final List<Column> kept;
  private final int columns;

  RowSource(Path original, Reading reading) throws IOException {
    this.reading = reading;
    this.kept = reading.kept();
    this.columns = reading.columns().size();
    this.lexer =
        new CsvLexer(TextSource.open(original, reading.encoding()), reading.delimiter().charAt(0));
  }

  /** The next row; blank lines are passed over; null behind the last row. */
  @Nullable Row next() throws IOException {
    CsvRecord record;
    while ((record = lexer.next()) != null) {
      if (reading.footerLine() > 0 && record.line() >= reading.footerLine()) {
        return null;
      }
      if (record.line() >= reading.firstRowLine() && !record.isBlank()) {
        return row(record);
      }
    }
    return null;
  }

  private Row row(CsvRecord record) {
    int cells = record.cells().size();
    if (cells < reading.fewestCells()) {
      return bad(record, "", String.valueOf(cells), RejectionCode.TOO_FEW_CELLS);
    }
    for (int i = columns; i < cells; i++) {
      if (!record.cell(i).isEmpty()) {
        return bad(record, "", String.valueOf(cells), RejectionCode.TOO_MANY_CELLS);
      }
    }
    List<@Nullable Object> values = new ArrayList<>(kept.size());
    for (Column column : kept) {
      int index = column.position() - 1;
      String raw = index < cells ? record.cells().get(index) : "";
      Cell cell = CellParser.parse(column, raw);
      if (cell.misfit() != null) {
        return bad(record, column.name(), Parameters.shortened(Blanks.cut(raw)), cell.misfit());
      }
      values.add(cell.value());
    }
    return new Row.Good(record.line(), values);
  }

  private static Row bad(CsvRecord record, String column, String value, RejectionCode code) {
    return new Row.Bad(new Rejection(record.line(), column, value, code));
  }

  @Override
  public void close() throws IOException {
    lexer.close();
  }
}
