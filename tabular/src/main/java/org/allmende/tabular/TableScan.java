package org.allmende.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over all rows of a file: the evidence for each column, and where the table ends. */
final class TableScan {
  private static final int LONGEST_FOOTER = 200;

  /** From so many columns on, a row with a single cell is more likely a remark than a row. */
  private static final int WIDE = 4;

  private final TableLayout layout;
  private final List<ColumnEvidence> evidence = new ArrayList<>();

  /** Records that are a footer if no row follows any more. */
  private final List<CsvRecord> pending = new ArrayList<>();

  private long rows;
  private long emptyLines;
  private long strayQuoteLine;

  private TableScan(TableLayout layout) {
    this.layout = layout;
    for (int i = 0; i < layout.header().size(); i++) {
      evidence.add(new ColumnEvidence());
    }
  }

  static TableScan of(Path file, Encoding encoding, char delimiter, TableLayout layout)
      throws IOException {
    TableScan scan = new TableScan(layout);
    try (CsvLexer lexer = new CsvLexer(TextSource.open(file, encoding), delimiter)) {
      @Nullable CsvRecord record;
      while ((record = lexer.next()) != null) {
        if (record.line() >= layout.firstRowLine()) {
          scan.take(record);
        }
      }
      scan.strayQuoteLine = lexer.strayQuoteLine();
    }
    return scan;
  }

  private void take(CsvRecord record) {
    int filled = record.filledCells();
    if (filled == 0) {
      emptyLines += pending.isEmpty() ? 1 : 0;
    } else if (isRemark(record, filled) && pending.size() < LONGEST_FOOTER) {
      pending.add(record);
    } else if (record.cells().size() >= layout.usualCells() || layout.usualCells() == 1) {
      pending.forEach(this::count);
      pending.clear();
      count(record);
    } else if (pending.isEmpty()) {
      count(record);
    }
  }

  private boolean isRemark(CsvRecord record, int filled) {
    int usual = layout.usualCells();
    if (usual == 1) {
      return false;
    }
    return record.cells().size() < usual
        ? filled <= Math.max(1, usual / 3)
        : usual >= WIDE && filled == 1 && !record.cell(0).isEmpty();
  }

  private void count(CsvRecord record) {
    rows++;
    int cells = Math.min(record.cells().size(), evidence.size());
    if (record.cells().size() < layout.usualCells() - 1) {
      return;
    }
    for (int i = 0; i < cells; i++) {
      evidence.get(i).take(record.cells().get(i));
    }
    for (int i = cells; i < evidence.size(); i++) {
      evidence.get(i).take("");
    }
  }

  List<ColumnEvidence> evidence() {
    return evidence;
  }

  /** Rows and records that are to be rejected; no footer, no empty lines. */
  long rows() {
    return rows;
  }

  long emptyLines() {
    return emptyLines;
  }

  long strayQuoteLine() {
    return strayQuoteLine;
  }

  /** The records below the table, possibly none. */
  List<CsvRecord> footer() {
    return pending;
  }
}
