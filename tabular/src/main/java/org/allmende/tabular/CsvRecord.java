package org.allmende.tabular;

import java.util.List;

/**
 * One record of a file as it stands there.
 *
 * @param line on which it begins, from 1
 * @param cells raw, with their blanks
 */
record CsvRecord(long line, List<String> cells) {

  int filledCells() {
    int filled = 0;
    for (String cell : cells) {
      if (!cell.isBlank()) {
        filled++;
      }
    }
    return filled;
  }

  boolean isBlank() {
    return filledCells() == 0;
  }

  /** The cell without blanks at its ends; empty when the record is too short. */
  String cell(int index) {
    return index < cells.size() ? Blanks.cut(cells.get(index)) : "";
  }
}
