package org.allmende.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided otherwise. Whatever is null is decided from the file.
 *
 * @param encoding character encoding
 * @param delimiter one character; {@code \t} is the tab itself
 * @param headerLine line of the header from 1; 0: the file has no header
 * @param columns corrected columns
 */
public record Corrections(
    @Nullable Encoding encoding,
    @Nullable String delimiter,
    @Nullable Long headerLine,
    List<ColumnCorrection> columns) {

  /** Nothing is corrected. */
  public static final Corrections NONE = new Corrections(null, null, null, List.of());

  public Corrections {
    columns = List.copyOf(columns);
  }
}
