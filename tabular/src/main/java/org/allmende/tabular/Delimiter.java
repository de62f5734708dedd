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

  static Delimiter of(String beginning) throws IOException {
    Delimiter best = null;
    double bestShare = 0;
    for (char candidate : CANDIDATES) {
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
      for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
        double share = (double) width.getValue() / records;
        if (width.getKey() > 1 && share > bestShare + (best == null ? 0 : CLEARLY)) {
          bestShare = share;
          best =
              new Delimiter(
                  candidate,
                  Reason.of(ReasonCode.MOST_REGULAR, width.getKey(), width.getValue(), records));
        }
      }
    }
    return best == null ? new Delimiter(CANDIDATES[0], Reason.of(ReasonCode.ONE_COLUMN)) : best;
  }
}
