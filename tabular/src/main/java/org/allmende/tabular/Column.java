package org.allmende.tabular;

import java.io.Serializable;
import java.util.List;

/**
 * One column as it is read.
 *
 * @param position from 1, in the file
 * @param name distinct among the columns, also when case is ignored
 * @param originalName as it stands in the header; empty when there is none
 * @param type what the values are
 * @param format how they are written
 * @param precision digits of the widest number; 0 when not {@link ColumnType#DECIMAL}
 * @param scale digits after the comma of the finest number; 0 when not {@link ColumnType#DECIMAL}
 * @param dropped left out of the table
 * @param reason why this type and format
 * @param emptyCells cells without value
 * @param emptyMarkers cells with a mark that means "no value"
 * @param examples the first few different values as they stand in the file
 */
public record Column(
    int position,
    String name,
    String originalName,
    ColumnType type,
    ValueFormat format,
    int precision,
    int scale,
    boolean dropped,
    Reason reason,
    long emptyCells,
    long emptyMarkers,
    List<String> examples)
    implements Serializable {
  public Column {
    examples = List.copyOf(examples);
  }
}
