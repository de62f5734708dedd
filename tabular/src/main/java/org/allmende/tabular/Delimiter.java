package org.allmende.tabular;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The character between the cells: the one that cuts most lines into equally many cells.
 *
 * @param character decided
 * @param reason why
 */
record Delimiter(char character, Reason reason) {
  /** In order of preference when two are equally regular. */
  private static final char[] CANDIDATES = {';', '\t', ',', '|'};

  private static final int RECORDS = 500;

  /** A later candidate must be better by this share of lines. */
  private static final double CLEARLY = 0.05;

  /** How one candidate cuts: the most usual number of cells, and how many lines have it. */
  private record Cut(int cells, int lines, int allLines) {
    double share() {
      return allLines == 0 ? 0 : (double) lines / allLines;
    }
  }

  static Delimiter of(String beginning) throws IOException {
    char best = CANDIDATES[0];
    Cut bestCut = cut(beginning, best);
    for (char candidate : CANDIDATES) {
      Cut cut = cut(beginning, candidate);
      if (cut.share() > bestCut.share() + CLEARLY) {
        best = candidate;
        bestCut = cut;
      }
    }
    Reason reason =
        bestCut.lines == 0
            ? Reason.of(ReasonCode.ONE_COLUMN)
            : Reason.of(ReasonCode.MOST_REGULAR, bestCut.cells, bestCut.lines, bestCut.allLines);
    return new Delimiter(best, reason);
  }

  private static Cut cut(String beginning, char candidate) throws IOException {
    Map<Integer, Integer> widths = new HashMap<>();
    int records = 0;
    CsvLexer lexer = new CsvLexer(new StringReader(beginning), candidate);
    @Nullable CsvRecord record;
    while (records < RECORDS && (record = lexer.next()) != null) {
      if (!record.isBlank()) {
        records++;
        widths.merge(record.cells().size(), 1, Integer::sum);
      }
    }
    Cut best = new Cut(1, 0, records);
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1 && width.getValue() > best.lines) {
        best = new Cut(width.getKey(), width.getValue(), records);
      }
    }
    return best;
  }
}
