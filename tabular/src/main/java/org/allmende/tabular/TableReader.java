package org.allmende.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises and reads tables in files. Files are streamed, several times over; memory stays
 * bounded whatever their size.
 */
public final class TableReader {
  static final int MOST_COLUMNS = 1000;
  private static final int BEGINNING = 1 << 18;
  private static final int SAMPLE_RECORDS = 1000;
  private static final int SAMPLE_CHARACTERS = 1 << 22;
  private static final int LONGEST_LINE_SHOWN = 200;

  private TableReader() {}

  /** Reads the file and decides everything from it. */
  public static ReadOutcome read(Path file) throws IOException {
    return read(file, Corrections.NONE);
  }

  /** Reads the file as a person corrected it and decides the rest. */
  public static ReadOutcome read(Path file, Corrections corrections) throws IOException {
    Refusal refusal = FileKind.refusal(file);
    if (refusal != null) {
      return refusal;
    }
    DetectedEncoding detected = DetectedEncoding.of(file);
    if (detected.zeroByteAt() >= 0) {
      return Refusal.of(RefusalCode.BINARY, detected.zeroByteAt());
    }
    Encoding encoding =
        corrections.encoding() != null ? corrections.encoding() : detected.encoding();
    Reason encodingReason =
        corrections.encoding() != null ? Reason.of(ReasonCode.CHOSEN) : detected.reason();
    String chosen = corrections.delimiter();
    if (chosen != null && !isDelimiter(chosen)) {
      return Refusal.of(RefusalCode.NO_SUCH_DELIMITER, chosen);
    }
    Delimiter delimiter =
        chosen != null
            ? new Delimiter(chosen.charAt(0), Reason.of(ReasonCode.CHOSEN))
            : Delimiter.of(beginning(file, encoding));
    List<CsvRecord> sample = sample(file, encoding, delimiter.character());
    if (sample.isEmpty()) {
      return Refusal.of(RefusalCode.ONLY_BLANKS);
    }
    TableLayout layout = TableLayout.of(sample, corrections.headerLine());
    if (layout == null) {
      return Refusal.of(
          RefusalCode.NO_SUCH_HEADER_LINE, corrections.headerLine(), sample.getLast().line());
    }
    if (layout.header().size() > MOST_COLUMNS) {
      return Refusal.of(RefusalCode.TOO_MANY_COLUMNS, layout.header().size(), MOST_COLUMNS);
    }
    TableScan scan = TableScan.of(file, encoding, delimiter.character(), layout);
    return new ReadingDraft(encoding, encodingReason, delimiter, layout, scan)
        .finish(file, corrections.columns());
  }

  /** The first lines as they stand in the file, cut to a length to show; to choose a header by. */
  public static List<String> firstLines(Path file, Encoding encoding, int lines)
      throws IOException {
    List<String> first = new ArrayList<>();
    try (Reader source = TextSource.open(file, encoding);
        BufferedReader reader = new BufferedReader(source)) {
      StringBuilder line = new StringBuilder();
      int c = reader.read();
      while (c >= 0 && first.size() < lines) {
        int next = reader.read();
        if (c == '\n' || (c == '\r' && next != '\n')) {
          first.add(line.toString());
          line.setLength(0);
        } else if (c != '\r' && line.length() < LONGEST_LINE_SHOWN) {
          line.append((char) c);
        }
        c = next;
      }
      if (!line.isEmpty() && first.size() < lines) {
        first.add(line.toString());
      }
    }
    return first;
  }

  private static boolean isDelimiter(String chosen) {
    return chosen.length() == 1
        && chosen.charAt(0) != CsvLexer.QUOTE
        && chosen.charAt(0) != '\n'
        && chosen.charAt(0) != '\r'
        && !Character.isLetterOrDigit(chosen.charAt(0));
  }

  private static String beginning(Path file, Encoding encoding) throws IOException {
    try (Reader reader = TextSource.open(file, encoding)) {
      char[] characters = new char[BEGINNING];
      int filled = 0;
      int read;
      while (filled < BEGINNING
          && (read = reader.read(characters, filled, BEGINNING - filled)) > 0) {
        filled += read;
      }
      return new String(characters, 0, filled);
    }
  }

  private static List<CsvRecord> sample(Path file, Encoding encoding, char delimiter)
      throws IOException {
    List<CsvRecord> sample = new ArrayList<>();
    long characters = 0;
    try (CsvLexer lexer = new CsvLexer(TextSource.open(file, encoding), delimiter)) {
      @Nullable CsvRecord record;
      while (sample.size() < SAMPLE_RECORDS
          && characters < SAMPLE_CHARACTERS
          && (record = lexer.next()) != null) {
        for (String cell : record.cells()) {
          characters += cell.length();
        }
        if (!record.isBlank()) {
          sample.add(record);
        }
      }
    }
    return sample;
  }
}
