package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than the memory that reads them. */
class BigFileTest {
  private static final int ROWS = 400_000;

  @TempDir Path folder;

  /** Reads the file named by the first argument and prints what became of it. */
  public static void main(String[] arguments) throws IOException {
    Reading reading = (Reading) TableReader.read(Path.of(arguments[0]));
    System.out.println(
        reading.rows() + " " + reading.rejectedRows() + " " + reading.rejected().getLast().line());
  }

  @Test
  void isReadInMuchLessMemoryThanItsSize() throws Exception {
    Path file = folder.resolve("big.csv");
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("Straße;Datum;Betrag;Bemerkung\n");
      for (int i = 1; i <= ROWS; i++) {
        writer.write("Am Kanal ");
        writer.write(String.valueOf(i));
        writer.write(i % 1000 == 0 ? ";31.02.2026;" : ";28.02.2026;");
        writer.write("1.234,56;\"mit Text; auch Trennzeichen und Größe\"\n");
      }
    }
    assertThat(Files.size(file)).isGreaterThan(24L << 20);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx20m",
                "-cp",
                System.getProperty("java.class.path"),
                BigFileTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).isEqualTo("399600 400 400001");
  }

  @Test
  void aMonthOfTrafficIsLoadedInLittleMemory() throws Exception {
    Path packed = TestData.real("koeln_verkehrsauslastung_2013-12.csv.gz");
    Path file = folder.resolve("traffic.csv");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, file);
    }
    Reading reading = TestData.read(file);
    assertThat(reading.rows()).isEqualTo(964_167);
    StoreLimits limits =
        new StoreLimits(1, 48, 128, Duration.ofMinutes(5), 1, 128, Duration.ofSeconds(20));
    try (TableStore store = TableStore.open(folder.resolve("tables"), limits)) {
      store.load("traffic", file, reading);
      Filter busy = new Filter("auslastung", Operator.EQ, "16");
      assertThat(store.count("traffic", List.of())).isEqualTo(964_167);
      assertThat(store.count("traffic", List.of(busy))).isEqualTo(342_573);
      assertThat(store.rows("traffic", new RowQuery(1, 964_166, List.of(), null)).next()).isNull();
    }
  }
}
