package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cities published and people outside this project cleaned by hand. */
class RealFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"teilergebnisplan", "gesamtfinanzplan"})
  void theBudgetOfKoelnAsReadIsTheOneCleanedByHand(String plan) throws IOException {
    Path source = TestData.real("koeln_haushalt_" + plan + "_SOURCE.csv");
    Path cleaned = TestData.real("koeln_haushalt_" + plan + "_CLEANED.csv");
    Reading reading = TestData.read(source);
    assertThat(reading.rejectedRows()).isZero();
    List<List<Object>> read = values(source, reading);
    List<List<String>> expected = cells(cleaned);
    assertThat(reading.columns()).extracting(Column::name).isEqualTo(expected.removeFirst());
    assertThat(read).hasSameSizeAs(expected);
    for (int row = 0; row < expected.size(); row++) {
      assertThat(read.get(row)).hasSameSizeAs(expected.get(row));
      for (int column = 0; column < expected.get(row).size(); column++) {
        Object value = read.get(row).get(column);
        String cell = expected.get(row).get(column);
        if (value instanceof Long number) {
          assertThat(BigDecimal.valueOf(number)).isEqualByComparingTo(cell);
        } else {
          assertThat(String.valueOf(value)).isEqualTo(cell.strip());
        }
      }
    }
  }

  @Test
  void readsLandUseOfTheStatisticalOffice() throws IOException {
    Path file = TestData.real("itnrw_33111-02ir_katasterflaeche_gemeinden.csv");
    Reading reading = TestData.read(file);
    assertThat(reading.encoding()).isEqualTo(Encoding.WINDOWS_1252);
    assertThat(reading.headerLine()).isEqualTo(7);
    assertThat(reading.headerLines()).isEqualTo(3);
    assertThat(reading.firstRowLine()).isEqualTo(10);
    assertThat(reading.footerLine()).isEqualTo(29);
    assertThat(reading.rows()).isEqualTo(19);
    assertThat(reading.rejectedRows()).isZero();
    assertThat(reading.columns()).hasSize(22);
    assertThat(reading.columns().get(0).type()).isEqualTo(ColumnType.DATE);
    assertThat(reading.columns().get(1).name()).isEqualTo("Bodenfläche insgesamt – Insgesamt");
    assertThat(reading.columns().subList(1, 22))
        .extracting(Column::type)
        .containsOnly(ColumnType.INTEGER);
    assertThat(reading.warnings())
        .contains(Reason.of(ReasonCode.TITLE_LINES, 6, "GENESIS-Tabelle: Temporär"));
  }

  @Test
  void readsPopulationPollingPlacesAndDefibrillators() throws IOException {
    Reading population = TestData.read(TestData.real("koeln_bevoelkerung.csv"));
    assertThat(population.rows()).isEqualTo(29_135);
    assertThat(column(population, "raum_id").reason().code()).isEqualTo(ReasonCode.LEADING_ZEROS);
    assertThat(column(population, "zahl").type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(column(population, "zahl").format()).isEqualTo(ValueFormat.DECIMAL_POINT);

    Reading places = TestData.read(TestData.real("koeln_wahllokale.csv"));
    assertThat(places.rows()).isEqualTo(800);
    assertThat(column(places, "AD_NUMMER").type()).isEqualTo(ColumnType.TEXT);
    assertThat(column(places, "KOMMUNALWAHLBEZIRK").type()).isEqualTo(ColumnType.TEXT);
    assertThat(column(places, "KOORY").scale()).isEqualTo(4);

    Reading defibrillators = TestData.read(TestData.real("koeln_aed_standorte.csv"));
    assertThat(defibrillators.delimiter()).isEqualTo(",");
    assertThat(defibrillators.rows()).isEqualTo(25);
    assertThat(defibrillators.rejectedRows()).isZero();
  }

  private static Column column(Reading reading, String name) {
    return reading.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<List<Object>> values(Path file, Reading reading) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (RowSource source = new RowSource(file, reading)) {
      RowSource.Row row;
      while ((row = source.next()) != null) {
        rows.add(new ArrayList<>(((RowSource.Row.Good) row).values()));
      }
    }
    return rows;
  }

  /** The cleaned file, cut by nothing but commas and quotation marks. */
  private static List<List<String>> cells(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvLexer lexer = new CsvLexer(TextSource.open(file, Encoding.UTF_8), ',')) {
      CsvRecord record;
      while ((record = lexer.next()) != null) {
        rows.add(record.cells());
      }
    }
    return rows;
  }
}
