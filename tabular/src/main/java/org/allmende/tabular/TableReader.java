package org.allmende.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Recognises and reads tables in files. Files are streamed, several times over; memory stays
 * bounded whatever their size.
 */
public final class TableReader {
  private TableReader() {}

  /** Reads the file and decides everything from it. */
  public static ReadOutcome read(Path file) throws IOException {
    return read(file, Corrections.NONE);
  }

  /** Reads the file as a person corrected it and decides the rest. */
  public static ReadOutcome read(Path file, Corrections corrections) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The first lines as they stand in the file, each cut to 80 characters; for choosing a header. */
  public static List<String> firstLines(Path file, Encoding encoding, int lines)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
