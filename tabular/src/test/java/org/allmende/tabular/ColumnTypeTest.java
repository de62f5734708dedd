package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column is, by its values. Readable for people who know tables, not Java. */
class ColumnTypeTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # values, blank between; E = empty cell        | type      | written             | because
          1 2 3                                          | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          0 -5 1200 -                                    | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          1.234,56 -2.487,50 0,00                        | DECIMAL   | DECIMAL_COMMA       | DECIMAL_COMMA
          12,5 12,50-                                    | DECIMAL   | DECIMAL_COMMA       | DECIMAL_COMMA
          1.463.463.996 203.726 0                        | INTEGER   | DECIMAL_COMMA       | DOTTED_THOUSANDS
          1023101.0 129496.0                             | DECIMAL   | DECIMAL_POINT       | DECIMAL_POINT
          1,234.56 0.5                                   | DECIMAL   | DECIMAL_POINT       | DECIMAL_POINT
          203.726 164.000 0                              | INTEGER   | DECIMAL_COMMA       | AS_USUAL
          6.123 51.452 0.512                             | DECIMAL   | DECIMAL_POINT       | DECIMAL_POINT
          203.726 1234567                                | DECIMAL   | DECIMAL_POINT       | DECIMAL_POINT
          0164 0165 1213                                 | TEXT      | PLAIN               | LEADING_ZEROS
          1213 0164A 1215                                | TEXT      | PLAIN               | MIXED_CODES
          1213 164A 1215 1216 1217 1218                  | TEXT      | PLAIN               | MIXED_CODES
          01 02 10                                       | TEXT      | PLAIN               | LEADING_ZEROS
          0 1 10                                         | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          12% 13% 14%                                    | TEXT      | PLAIN               | WORDS
          12,5 12.5 13,5 13.5                            | TEXT      | PLAIN               | TOO_FEW_FIT
          +49203123 +49203124                            | TEXT      | PLAIN               | WORDS
          31.12.2026 1.2.2026                            | DATE      | DAY_MONTH_YEAR      | DATES
          2026-12-31 2026-02-01                          | DATE      | YEAR_MONTH_DAY      | DATES
          31.12.2026 31.02.2026 1.1.2026                 | DATE      | DAY_MONTH_YEAR      | DATES
          1.1.2026 2.1.2026 31.02.2026 3.1.2026 4.1.2026 | DATE      | DAY_MONTH_YEAR      | DATES
          31.12.2026_23:59 1.2.2026_7:00                 | DATE_TIME | DAY_MONTH_YEAR_TIME | DATES_WITH_TIME
          2013-12-01_00:00:01 2013-12-01T00:05:02        | DATE_TIME | YEAR_MONTH_DAY_TIME | DATES_WITH_TIME
          31.12.26 01.02.26                              | TEXT      | PLAIN               | WORDS
          ja nein E Ja                                   | BOOLEAN   | JA_NEIN             | YES_OR_NO
          wahr falsch                                    | BOOLEAN   | WAHR_FALSCH         | YES_OR_NO
          x E x E X                                      | BOOLEAN   | X_OR_EMPTY          | X_MARKS
          x E                                            | TEXT      | PLAIN               | WORDS
          0 1 1                                          | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          12 x 14 k.A. … . n/a                           | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          12 13 14 15 unbekannt                          | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          12 13 unbekannt                                | TEXT      | PLAIN               | TOO_FEW_FIT
          Moers Kleve Geldern                            | TEXT      | PLAIN               | WORDS
          E E E                                          | TEXT      | PLAIN               | NO_VALUES
          123456789012345678                             | INTEGER   | DECIMAL_COMMA       | WHOLE_NUMBERS
          1234567890123456789                            | DECIMAL   | DECIMAL_COMMA       | WHOLE_NUMBERS
          1234567890123456789012345678901234567890       | TEXT      | PLAIN               | TOO_MANY_DIGITS
          """)
  void isDecidedByAllValues(String values, ColumnType type, ValueFormat format, ReasonCode reason)
      throws IOException {
    StringBuilder file = new StringBuilder("Ort;Wert\n");
    for (String value : values.trim().split(" +")) {
      String cell = value.equals("E") ? "" : value.replace('_', ' ');
      file.append("Ort ").append((char) ('A' + file.length() % 20)).append(';').append(cell);
      file.append('\n');
    }
    Column column = TestData.read(TestData.write(folder, file.toString())).columns().get(1);
    assertThat(column.type()).isEqualTo(type);
    assertThat(column.format()).isEqualTo(format);
    assertThat(column.reason().code()).isEqualTo(reason);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # other column | separator | so 203.726 is | because
          1,5            | ;         | INTEGER       | AS_OTHER_COLUMNS
          1.5            | ;         | DECIMAL       | AS_OTHER_COLUMNS
          1.500.000      | ;         | INTEGER       | AS_OTHER_COLUMNS
          Moers          | ;         | INTEGER       | AS_USUAL
          Moers          | ,         | DECIMAL       | AS_USUAL
          """)
  void ambiguousNumbersFollowTheRestOfTheFile(
      String other, String separator, ColumnType type, ReasonCode reason) throws IOException {
    String text = "Wert;Anderer\n203.726;%s\n164.000;%s\n".formatted(other, other);
    Path file = TestData.write(folder, text.replace(";", separator));
    Reading reading = TestData.read(file);
    Column column = reading.columns().getFirst();
    assertThat(column.type()).isEqualTo(type);
    assertThat(column.reason()).isEqualTo(Reason.of(reason, "203.726"));
    assertThat(reading.warnings())
        .as("only a guess asks for a look")
        .hasSize(reason == ReasonCode.AS_USUAL ? 1 : 0);
  }
}
