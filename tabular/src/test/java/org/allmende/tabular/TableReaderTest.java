package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings, separators, headers, footers, rejected rows and corrections. */
class TableReaderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  @Test
  void readsAnOrdinaryGermanTable() throws IOException {
    Path file =
        TestData.write(
            folder,
            """
            Straße;Bäume;Pflege in €;gepflanzt
            "Zur ""Alten"" Post; Nord";1.200;3.500,50;01.04.2019
            Königsallee;-;-20,00;31.12.2020
            """
                .replace("\n", "\r\n"),
            WINDOWS);
    Reading reading = TestData.read(file);
    assertThat(reading.encoding()).isEqualTo(Encoding.WINDOWS_1252);
    assertThat(reading.encodingReason()).isEqualTo(Reason.of(ReasonCode.NOT_UTF8, 4, 1));
    assertThat(reading.delimiter()).isEqualTo(";");
    assertThat(reading.delimiterReason()).isEqualTo(Reason.of(ReasonCode.MOST_REGULAR, 4, 3, 3));
    assertThat(reading.headerLine()).isEqualTo(1);
    assertThat(reading.columns())
        .extracting(Column::name)
        .containsExactly("Straße", "Bäume", "Pflege in €", "gepflanzt");
    assertThat(reading.warnings())
        .containsExactly(Reason.of(ReasonCode.EMPTY_MARKERS, "Bäume", 1, "-"));
    assertThat(rows(file, reading))
        .containsExactly(
            "2 [Zur \"Alten\" Post; Nord, 1200, 3500.50, 2019-04-01]",
            "3 [Königsallee, null, -20.00, 2020-12-31]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UTF-8, UTF_8, VALID_UTF8",
    "windows-1252, WINDOWS_1252, NOT_UTF8",
    "UTF-16, UTF_16BE, BYTE_ORDER_MARK",
    "UTF-16LE, UTF_16LE, ZERO_BYTES",
    "UTF-16BE, UTF_16BE, ZERO_BYTES",
  })
  void recognisesEncodings(String written, Encoding encoding, ReasonCode reason)
      throws IOException {
    Path file = TestData.write(folder, "Ort;Größe\nMünster;1\nKöln;2\n", Charset.forName(written));
    Reading reading = TestData.read(file);
    assertThat(reading.encoding()).isEqualTo(encoding);
    assertThat(reading.encodingReason().code()).isEqualTo(reason);
    assertThat(rows(file, reading)).containsExactly("2 [Münster, 1]", "3 [Köln, 2]");
  }

  @Test
  void skipsTheByteOrderMark() throws IOException {
    Reading reading = TestData.read(TestData.write(folder, "\ufeffOrt;Zahl\nMoers;1\n"));
    assertThat(reading.columns().getFirst().name()).isEqualTo("Ort");
  }

  @Test
  void fewBrokenPlacesDoNotSpoilUtf8() throws IOException {
    String text = "Ort;Zahl\n" + "Köln;1\n".repeat(50) + "Gr";
    byte[] good = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(good, good.length + 4);
    System.arraycopy(new byte[] {(byte) 0xf6, ';', '2', '\n'}, 0, bytes, good.length, 4);
    Reading reading = TestData.read(TestData.write(folder, bytes));
    assertThat(reading.encoding()).isEqualTo(Encoding.UTF_8);
    assertThat(reading.warnings())
        .containsExactly(Reason.of(ReasonCode.MOSTLY_UTF8, 1, good.length, 52));
  }

  @Test
  void keepsEmojiLongCellsAndControlCharacters() throws IOException {
    String cell = "😀" + "x".repeat(10_000) + "\u0085Ende";
    Path file = TestData.write(folder, "Ort;Text\nMoers;\"" + cell + "\"\nKleve;ü\n");
    Reading reading = TestData.read(file);
    assertThat(rows(file, reading)).containsExactly("2 [Moers, " + cell + "]", "3 [Kleve, ü]");
  }

  @ParameterizedTest
  @CsvSource({"';'", "','", "'\t'", "'|'"})
  void recognisesDelimiters(String delimiter) throws IOException {
    String text = "Ort;Text\nMoers;\"Rat, Haus; Hof\tund | Ende\"\nKleve;b\n";
    Path file =
        TestData.write(
            folder, text.replaceAll("(Ort|Moers|Kleve);", "$1" + delimiter.replace("|", "\\|")));
    Reading reading = TestData.read(file);
    assertThat(reading.delimiter()).isEqualTo(delimiter);
    assertThat(rows(file, reading))
        .containsExactly("2 [Moers, Rat, Haus; Hof\tund | Ende]", "3 [Kleve, b]");
  }

  @Test
  void unquotedDecimalCommasDoNotMisleadTheDelimiter() throws IOException {
    Reading reading = TestData.read(TestData.write(folder, "Ort;Wert\nA;1,5\nB;2,5\nC;3,5\n"));
    assertThat(reading.delimiter()).isEqualTo(";");
  }

  @Test
  void findsTheHeaderBelowTitlesAndTheFooter() throws IOException {
    Path file =
        TestData.write(
            folder,
            """
            Baumbestand der Stadt
            Stand: 01.01.2026
            Erhoben vom Grünflächenamt;;;

            "Hinweis,
            vorläufig"
            Werte in Stück;;;
            Ort;Linden;Eichen;Buchen
            Moers;1;2;3

            Kleve;4;5;6
            _____
            Quelle: eigene Erhebung
            """);
    Reading reading = TestData.read(file);
    assertThat(reading.headerLine()).isEqualTo(8);
    assertThat(reading.firstRowLine()).isEqualTo(9);
    assertThat(reading.footerLine()).isEqualTo(12);
    assertThat(reading.headerReason()).isEqualTo(Reason.of(ReasonCode.AFTER_TITLE_LINES, 5));
    assertThat(reading.warnings())
        .containsExactly(
            Reason.of(ReasonCode.TITLE_LINES, 5, "Baumbestand der Stadt"),
            Reason.of(ReasonCode.FOOTER_LINES, 12, 2, "_____"),
            Reason.of(ReasonCode.EMPTY_LINES, 1));
    assertThat(rows(file, reading)).containsExactly("9 [Moers, 1, 2, 3]", "11 [Kleve, 4, 5, 6]");
  }

  @Test
  void joinsSeveralHeaderLines() throws IOException {
    Path years =
        TestData.write(
            folder,
            ";Linden;;Eichen;\n;2024;2025;2024;2025\nOrt;St.;St.;St.;St.\n"
                + "Moers;1;2;3;4\n".repeat(9));
    assertThat(TestData.read(years).columns())
        .extracting(Column::name)
        .containsExactly(
            "Ort",
            "Linden – 2024 – St.",
            "Linden – 2025 – St.",
            "Eichen – 2024 – St.",
            "Eichen – 2025 – St.");
    Path words =
        TestData.write(
            folder, ";Linden;;Eichen;\nOrt;jung;alt;jung;alt\nMoers;1;2;3;4\nKleve;5;6;7;8\n");
    Reading reading = TestData.read(words);
    assertThat(reading.headerReason()).isEqualTo(Reason.of(ReasonCode.SEVERAL_HEADER_LINES, 2));
    assertThat(reading.columns())
        .extracting(Column::name)
        .containsExactly("Ort", "Linden – jung", "Linden – alt", "Eichen – jung", "Eichen – alt");
  }

  @Test
  void noticesThatThereIsNoHeader() throws IOException {
    Path file = TestData.write(folder, "Moers;103.000;1.5.2024\nKleve;52.000;2.5.2024\n");
    Reading reading = TestData.read(file);
    assertThat(reading.headerLine()).isZero();
    assertThat(reading.columns())
        .extracting(Column::name)
        .containsExactly("Spalte 1", "Spalte 2", "Spalte 3");
    assertThat(reading.rows()).isEqualTo(2);
    assertThat(TestData.read(TestData.write(folder, "Ort;2010;2011\nMoers;1;2\n")).headerLine())
        .as("years are names")
        .isEqualTo(1);
    assertThat(
            TestData.read(TestData.write(folder, "Ort;31.12.2010;31.12.2011\nMoers;1;2\n"))
                .headerLine())
        .as("days over numbers are names")
        .isEqualTo(1);
  }

  @Test
  void makesNamesDistinct() throws IOException {
    Path file = TestData.write(folder, "Name;name;;Name 2;Name\na;b;c;d;e\n");
    Reading reading = TestData.read(file);
    assertThat(reading.columns())
        .extracting(Column::name)
        .containsExactly("Name", "name 3", "Spalte 3", "Name 2", "Name 4");
    assertThat(reading.warnings())
        .containsExactly(
            Reason.of(ReasonCode.DUPLICATE_NAME, "name", "name 3"),
            Reason.of(ReasonCode.EMPTY_NAME, 3, "Spalte 3"),
            Reason.of(ReasonCode.DUPLICATE_NAME, "Name", "Name 4"));
  }

  @Test
  void takesTrailingSeparatorsForNothing() throws IOException {
    Path file = TestData.write(folder, "Ort;Zahl\nMoers;1;\nKleve;2;\nGeldern;3\n");
    Reading reading = TestData.read(file);
    assertThat(reading.columns()).extracting(Column::dropped).containsExactly(false, false, true);
    assertThat(reading.warnings()).isEmpty();
    assertThat(rows(file, reading))
        .containsExactly("2 [Moers, 1]", "3 [Kleve, 2]", "4 [Geldern, 3]");
  }

  @Test
  void namesTheColumnThatTheHeaderForgot() throws IOException {
    Path file = TestData.write(folder, "Ort;Zahl\nMoers;1;gut\nKleve;2;mittel\n");
    Reading reading = TestData.read(file);
    assertThat(reading.columns())
        .extracting(Column::name)
        .containsExactly("Ort", "Zahl", "Spalte 3");
    assertThat(reading.warnings())
        .containsExactly(
            Reason.of(ReasonCode.HEADER_TOO_SHORT, 2, 3),
            Reason.of(ReasonCode.EMPTY_NAME, 3, "Spalte 3"));
  }

  @Test
  void listsRejectedRowsWithTrueLines() throws IOException {
    StringBuilder text = new StringBuilder("Ort;Datum;Betrag\n\"Moers\nam Rhein\";1.1.2026;1,5\n");
    for (int i = 0; i < 60; i++) {
      text.append("Kleve;2.1.2026;2,50\n");
    }
    text.append("A;31.02.2026;1,0\nB;gestern;1,0\nC;1.1.2026;viel\nD;1.1.2026;1.5\n");
    text.append("E;1.1.2026\nF;1.1.2026;1,0;zu viel\nG;k. A.;k. A.\n");
    Path file = TestData.write(folder, text.toString());
    Reading reading = TestData.read(file);
    assertThat(reading.rejected())
        .containsExactly(
            new Rejection(64, "Datum", "31.02.2026", RejectionCode.NO_SUCH_DAY),
            new Rejection(65, "Datum", "gestern", RejectionCode.NOT_A_DATE),
            new Rejection(66, "Betrag", "viel", RejectionCode.NOT_A_NUMBER),
            new Rejection(67, "Betrag", "1.5", RejectionCode.OTHER_NUMBER_FORMAT),
            new Rejection(68, "", "2", RejectionCode.TOO_FEW_CELLS),
            new Rejection(69, "", "4", RejectionCode.TOO_MANY_CELLS));
    assertThat(reading.rejectedRows()).isEqualTo(6);
    assertThat(reading.rows()).isEqualTo(62);
  }

  @Test
  void aQuoteThatIsNeverClosedSwallowsNothing() throws IOException {
    Path file = TestData.write(folder, "Ort;Zahl\n\"Moers;1\nKleve;2\n");
    Reading reading = TestData.read(file);
    assertThat(rows(file, reading)).containsExactly("2 [\"Moers, 1]", "3 [Kleve, 2]");
    assertThat(reading.warnings()).containsExactly(Reason.of(ReasonCode.STRAY_QUOTE, 2));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                           | EMPTY_FILE
          '  ~ ~'                                      | ONLY_BLANKS
          %PDF-1.7~1 0 obj                             | PDF
          PK\u0003\u0004 [Content_Types].xml xl/book   | EXCEL
          PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet | OPEN_DOCUMENT
          PK\u0003\u0004 daten.csv                     | ZIP
          \u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 | OLD_OFFICE
          '\u001f\u008b\u0008'                         | ARCHIVE
          \u0089PNG~                                   | IMAGE
          <!DOCTYPE html><html>                        | HTML
          '<?xml version="1.0"?><a/>'                  | XML
          '[{"Ort":"Moers"}]'                          | JSON
          '{"type":"FeatureCollection"}'               | JSON
          'a;b~1;\u0000\u0001\u0002'                   | BINARY
          """)
  void refusesWhatIsNoTable(String content, RefusalCode code) throws IOException {
    byte[] bytes = content.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1);
    assertThat(TableReader.read(TestData.write(folder, bytes)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void readsAgainAsAPersonCorrectedIt() throws IOException {
    Path file =
        TestData.write(folder, "Liste\nJahr;PLZ;Wert\n2024;47441;203.726\n2025;47533;1.500\n");
    assertThat(TestData.read(file).columns())
        .extracting(Column::type)
        .containsExactly(ColumnType.INTEGER, ColumnType.TEXT, ColumnType.INTEGER);
    Corrections corrections =
        new Corrections(
            Encoding.WINDOWS_1252,
            ";",
            2L,
            List.of(
                new ColumnCorrection(1, "Kalenderjahr", ColumnType.TEXT, null, null),
                new ColumnCorrection(2, null, null, null, true),
                new ColumnCorrection(3, null, null, ValueFormat.DECIMAL_POINT, null)));
    Reading reading = TestData.read(file, corrections);
    assertThat(reading.encodingReason()).isEqualTo(Reason.of(ReasonCode.CHOSEN));
    assertThat(reading.delimiterReason()).isEqualTo(Reason.of(ReasonCode.CHOSEN));
    assertThat(reading.headerReason()).isEqualTo(Reason.of(ReasonCode.CHOSEN));
    assertThat(reading.kept()).extracting(Column::name).containsExactly("Kalenderjahr", "Wert");
    assertThat(rows(file, reading)).containsExactly("3 [2024, 203.726]", "4 [2025, 1.500]");

    Corrections noHeader = new Corrections(null, null, 0L, List.of());
    assertThat(TestData.read(file, noHeader).rows()).isEqualTo(3);
  }

  @Test
  void refusesCorrectionsThatMakeNoSense() throws IOException {
    Path file = TestData.write(folder, "Ort;Zahl\nMoers;1\n");
    assertThat(TableReader.read(file, new Corrections(null, "ab", null, List.of())))
        .isEqualTo(Refusal.of(RefusalCode.NO_SUCH_DELIMITER, "ab"));
    assertThat(TableReader.read(file, new Corrections(null, null, 9L, List.of())))
        .isEqualTo(Refusal.of(RefusalCode.NO_SUCH_HEADER_LINE, 9, 2));
    assertThat(TableReader.read(file, columns(new ColumnCorrection(3, "x", null, null, null))))
        .isEqualTo(Refusal.of(RefusalCode.NO_SUCH_COLUMN, 3, 2));
    assertThat(TableReader.read(file, columns(new ColumnCorrection(1, "zahl", null, null, null))))
        .isEqualTo(Refusal.of(RefusalCode.NAME_NOT_DISTINCT, "Zahl"));
    assertThat(
            TableReader.read(
                file,
                columns(
                    new ColumnCorrection(1, null, null, null, true),
                    new ColumnCorrection(2, null, null, null, true))))
        .isEqualTo(Refusal.of(RefusalCode.NO_COLUMN_LEFT));
  }

  @Test
  void aHeaderWithoutRowsIsATableWithoutRows() throws IOException {
    Reading reading = TestData.read(TestData.write(folder, "Ort;Zahl\n"));
    assertThat(reading.rows()).isZero();
    assertThat(reading.columns()).hasSize(2);
    assertThat(reading.warnings()).containsExactly(Reason.of(ReasonCode.NO_ROWS));
  }

  @Test
  void showsTheFirstLinesAsTheyAre() throws IOException {
    Path file = TestData.write(folder, "Titel\r\n\r\nOrt;Zahl\nMoers;1");
    assertThat(TableReader.firstLines(file, Encoding.UTF_8, 3))
        .containsExactly("Titel", "", "Ort;Zahl");
    assertThat(TableReader.firstLines(file, Encoding.UTF_8, 9)).hasSize(4);
  }

  private static Corrections columns(ColumnCorrection... corrections) {
    return new Corrections(null, null, null, List.of(corrections));
  }

  private static List<String> rows(Path file, Reading reading) throws IOException {
    List<String> rows = new ArrayList<>();
    try (RowSource source = new RowSource(file, reading)) {
      RowSource.Row row;
      while ((row = source.next()) != null) {
        if (row instanceof RowSource.Row.Good good) {
          rows.add(good.line() + " " + good.values());
        }
      }
    }
    return rows;
  }
}
