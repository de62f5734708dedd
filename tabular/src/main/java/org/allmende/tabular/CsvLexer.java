package org.allmende.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into records of cells. Lenient as real files need it: a quotation mark counts only at
 * the beginning of a cell, text after the closing one is kept, and one that is never closed is a
 * plain character. Only CR, LF and CRLF end a line; U+0085 is a character like others.
 */
final class CsvLexer implements Closeable {
  static final char QUOTE = '"';

  /** A quoted cell longer than this is taken for a quotation mark that is never closed. */
  static final int LONGEST_QUOTED = 1_000_000;

  private static final int END = -1;

  private final Reader source;
  private final char delimiter;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int filled;

  /** Text read ahead in vain after a stray quotation mark; read again before the source. */
  private String again = "";

  private int againPosition;

  private boolean sourceEnded;
  private long line = 1;
  private long strayQuoteLine;

  CsvLexer(Reader source, char delimiter) {
    this.source = source;
    this.delimiter = delimiter;
  }

  /** The next record, null at the end of the file. */
  @Nullable CsvRecord next() throws IOException {
    int c = read();
    if (c == END) {
      return null;
    }
    long start = line;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean atCellStart = true;
    while (true) {
      if (c == QUOTE && atCellStart) {
        atCellStart = false;
        readQuoted(cell);
      } else if (c == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
        atCellStart = true;
      } else if (c == END || c == '\n' || c == '\r') {
        cells.add(cell.toString());
        if (c != END) {
          endLine(c);
        }
        return new CsvRecord(start, cells);
      } else {
        cell.append((char) c);
        atCellStart = false;
      }
      c = read();
    }
  }

  /** Line of the first quotation mark that is never closed; 0 when there was none. */
  long strayQuoteLine() {
    return strayQuoteLine;
  }

  private void readQuoted(StringBuilder cell) throws IOException {
    long start = line;
    StringBuilder raw = new StringBuilder();
    while (true) {
      int c = read();
      if (c == END || raw.length() >= LONGEST_QUOTED) {
        if (c != END) {
          raw.append((char) c);
        }
        takeAsCharacter(cell, raw, start);
        return;
      }
      raw.append((char) c);
      if (c == QUOTE) {
        if (peek() == QUOTE) {
          raw.append((char) read());
        } else {
          raw.setLength(raw.length() - 1);
          appendUnescaped(raw, cell);
          return;
        }
      } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
        line++;
      }
    }
  }

  private static void appendUnescaped(StringBuilder raw, StringBuilder cell) {
    for (int i = 0; i < raw.length(); i++) {
      cell.append(raw.charAt(i));
      if (raw.charAt(i) == QUOTE) {
        i++;
      }
    }
  }

  private void takeAsCharacter(StringBuilder cell, StringBuilder raw, long start) {
    cell.append(QUOTE);
    again = raw.append(again, againPosition, again.length()).toString();
    againPosition = 0;
    line = start;
    if (strayQuoteLine == 0) {
      strayQuoteLine = start;
    }
  }

  private void endLine(int c) throws IOException {
    if (c == '\r' && peek() == '\n') {
      int _ = read();
    }
    line++;
  }

  private int read() throws IOException {
    int c = peek();
    if (c == END) {
      return END;
    }
    if (againPosition < again.length()) {
      againPosition++;
    } else {
      position++;
    }
    return c;
  }

  private int peek() throws IOException {
    if (againPosition < again.length()) {
      return again.charAt(againPosition);
    }
    if (position == filled) {
      if (sourceEnded) {
        return END;
      }
      filled = source.read(buffer, 0, buffer.length);
      position = 0;
      if (filled <= 0) {
        filled = 0;
        sourceEnded = true;
        return END;
      }
    }
    return buffer[position];
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
