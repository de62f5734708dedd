package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Loading by a process of its own, and asking. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableStoreTest {
  private static final String TREES =
      """
      Straße;Bäume;Pflege;gepflanzt;gemessen;krank
      Zur Post;1.200;3.500,50;01.04.2019;01.04.2019 07:30;ja
      Königsallee;-;-20,00;31.12.2020;;nein
      "Am ""Hof"", Nord";7;;02.01.2021;02.01.2021 12:00;
      <Ring> 😀;7;0,05;31.02.2021;;nein
      Allee;15;1,00;05.05.2005;;nein
      """;

  @TempDir static Path folder;
  private TableStore store;

  @BeforeAll
  void loadTrees() throws Exception {
    store = TableStore.open(folder.resolve("tables"), StoreLimits.SMALL);
    load("trees", TREES);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void answersTypedRows() {
    RowPage page = store.rows("trees", RowQuery.first(2));
    assertThat(page.rows().getFirst().entrySet())
        .containsExactly(
            Map.entry("Straße", "Zur Post"),
            Map.entry("Bäume", 1200L),
            Map.entry("Pflege", new BigDecimal("3500.50")),
            Map.entry("gepflanzt", LocalDate.of(2019, 4, 1)),
            Map.entry("gemessen", LocalDateTime.of(2019, 4, 1, 7, 30)),
            Map.entry("krank", true));
    assertThat(page.rows().get(1)).containsEntry("Bäume", null);
    assertThat(page.next()).isEqualTo(2);
    RowPage rest = store.rows("trees", new RowQuery(1000, 2, List.of(), null));
    assertThat(streets(rest)).containsExactly("Am \"Hof\", Nord", "Allee");
    assertThat(rest.next()).isNull();
    assertThat(store.columns("trees")).hasSize(6).isEqualTo(page.columns());
  }

  @Test
  void filters() {
    assertThat(found("Bäume", Operator.EQ, "1.200,00")).containsExactly("Zur Post");
    assertThat(found("Bäume", Operator.EQ, "7.5")).isEmpty();
    assertThat(found("Bäume", Operator.NE, "1200"))
        .containsExactly("Königsallee", "Am \"Hof\", Nord", "Allee");
    assertThat(found("Pflege", Operator.LT, "1.001")).containsExactly("Königsallee", "Allee");
    assertThat(found("Pflege", Operator.GTE, "1,00")).containsExactly("Zur Post", "Allee");
    assertThat(found("gepflanzt", Operator.GT, "2019-04-01"))
        .containsExactly("Königsallee", "Am \"Hof\", Nord");
    assertThat(found("gepflanzt", Operator.LTE, "01.04.2019")).containsExactly("Zur Post", "Allee");
    assertThat(found("gemessen", Operator.GT, "2019-04-01"))
        .containsExactly("Zur Post", "Am \"Hof\", Nord");
    assertThat(found("krank", Operator.EQ, "ja")).containsExactly("Zur Post");
    assertThat(found("krank", Operator.EMPTY, "")).containsExactly("Am \"Hof\", Nord");
    assertThat(found("Straße", Operator.CONTAINS, "ALLEE")).containsExactly("Königsallee", "Allee");
    assertThat(found("Straße", Operator.EQ, "'; drop table x; --")).isEmpty();
    assertThat(store.count("trees", List.of(new Filter("Bäume", Operator.EQ, "7")))).isEqualTo(1);
  }

  @Test
  void sortsAndGoesOnFromPageToPage() {
    for (Sort.Direction direction : Sort.Direction.values()) {
      List<String> all = new ArrayList<>();
      Long after = 0L;
      while (after != null) {
        RowPage page =
            store.rows("trees", new RowQuery(1, after, List.of(), new Sort("Bäume", direction)));
        all.addAll(streets(page));
        after = page.next();
      }
      assertThat(all)
          .isEqualTo(
              direction == Sort.Direction.ASCENDING
                  ? List.of("Am \"Hof\", Nord", "Allee", "Zur Post", "Königsallee")
                  : List.of("Zur Post", "Allee", "Am \"Hof\", Nord", "Königsallee"));
    }
  }

  @Test
  void summarises() {
    assertThat(store.summaries("trees").get(2))
        .isEqualTo(
            new ColumnSummary(
                "Pflege",
                ColumnType.DECIMAL,
                new BigDecimal("-20.00"),
                new BigDecimal("3500.50"),
                3,
                1));
    assertThat(store.summaries("trees").get(4).smallest())
        .isEqualTo(LocalDateTime.of(2019, 4, 1, 7, 30));
  }

  @Test
  void exports() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    store.exportCsv("trees", csv);
    assertThat(csv.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            Straße,Bäume,Pflege,gepflanzt,gemessen,krank
            Zur Post,1200,3500.50,2019-04-01,2019-04-01T07:30,true
            Königsallee,,-20.00,2020-12-31,,false
            "Am ""Hof"", Nord",7,,2021-01-02,2021-01-02T12:00,
            Allee,15,1.00,2005-05-05,,false
            """
                .replace("\n", "\r\n"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    store.exportJson("trees", json);
    assertThat(json.toString(StandardCharsets.UTF_8))
        .startsWith(
            "[\n{\"Straße\":\"Zur Post\",\"Bäume\":1200,\"Pflege\":3500.50,"
                + "\"gepflanzt\":\"2019-04-01\",\"gemessen\":\"2019-04-01T07:30\",\"krank\":true},\n")
        .contains("\"Am \\\"Hof\\\", Nord\",\"Bäume\":7,\"Pflege\":null")
        .endsWith("}\n]\n");
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    assertBad(BadQuery.Code.NO_SUCH_COLUMN, new Filter("Strasse", Operator.EMPTY, ""));
    assertBad(BadQuery.Code.NOT_A_NUMBER, new Filter("Bäume", Operator.EQ, "viele"));
    assertBad(BadQuery.Code.NOT_A_NUMBER, new Filter("Bäume", Operator.EQ, "1e999999999"));
    assertBad(BadQuery.Code.NOT_A_DATE, new Filter("gepflanzt", Operator.LT, "31.02.2021"));
    assertBad(BadQuery.Code.NOT_YES_OR_NO, new Filter("krank", Operator.EQ, "7"));
    assertBad(BadQuery.Code.NO_ORDER, new Filter("krank", Operator.LT, "ja"));
    assertThatThrownBy(() -> RowQuery.first(1001)).isInstanceOf(BadQuery.class);
    assertThatThrownBy(() -> store.rows("none", RowQuery.first(1))).isInstanceOf(NoSuchTable.class);
    assertThatThrownBy(() -> store.has("../etc")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void replacesATableWhileItIsRead() throws Exception {
    load("towns", "Ort;Zahl\nMoers;1\n");
    assertThat(store.rows("towns", RowQuery.first(9)).rows()).hasSize(1);
    load("towns", "Ort;Art\nMoers;a\nKleve;b\n");
    assertThat(store.rows("towns", RowQuery.first(9)).rows())
        .containsExactly(Map.of("Ort", "Moers", "Art", "a"), Map.of("Ort", "Kleve", "Art", "b"));
    store.delete("towns");
    assertThat(store.has("towns")).isFalse();
    assertThatThrownBy(() -> store.rows("towns", RowQuery.first(1)))
        .isInstanceOf(NoSuchTable.class);
  }

  @Test
  void manyReadersSeeOneOrTheOtherTableNeverNone() throws Exception {
    load("busy", "Ort;Zahl\nMoers;1\n");
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicBoolean loading = new AtomicBoolean(true);
      List<Future<Long>> seen = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        seen.add(
            readers.submit(() -> {
              long asked = 0;
              while (loading.get()) {
                assertThat(store.rows("busy", RowQuery.first(9)).rows()).hasSizeBetween(1, 3);
                asked++;
              }
              return asked;
            }));
      }
      load("busy", "Ort;Zahl\nMoers;1\nKleve;2\n");
      load("busy", "Ort;Zahl\nMoers;1\nKleve;2\nGeldern;3\n");
      loading.set(false);
      for (Future<Long> asked : seen) {
        assertThat(asked.get()).isPositive();
      }
    }
    assertThat(store.count("busy", List.of())).isEqualTo(3);
  }

  @Test
  void aDamagedFileHarmsNoOtherTable() throws Exception {
    load("damaged", TREES);
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("tables/damaged"))) {
      file = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);
    assertThatThrownBy(() -> store.rows("damaged", RowQuery.first(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.count("trees", List.of())).isEqualTo(4);
    load("damaged", TREES);
    assertThat(store.count("damaged", List.of())).isEqualTo(4);
  }

  @Test
  void aTableWithoutRowsIsStored() throws Exception {
    load("empty", "Ort;Zahl\n");
    assertThat(store.rows("empty", RowQuery.first(1)).rows()).isEmpty();
    assertThat(store.count("empty", List.of())).isZero();
  }

  @Test
  void keepsWhatIsStoredWhenALoadFails() throws Exception {
    Path original = TestData.write(folder, "Ort;Zahl\nMoers;1\n");
    Reading reading = TestData.read(original);
    store.load("kept", original, reading);
    Files.writeString(original, "Ort;Zahl\nMoers;1\nKleve;2\n");
    assertThatThrownBy(() -> store.load("kept", original, reading))
        .isInstanceOfSatisfying(
            LoadFailed.class,
            failed -> assertThat(failed.code()).isEqualTo(LoadFailed.Code.ORIGINAL_CHANGED));
    assertThat(store.count("kept", List.of())).isEqualTo(1);
    Files.delete(original);
    assertThatThrownBy(() -> store.load("kept", original, reading))
        .isInstanceOfSatisfying(
            LoadFailed.class,
            failed -> assertThat(failed.code()).isEqualTo(LoadFailed.Code.CRASHED));
    try (Stream<Path> left = Files.list(folder.resolve("tables/.work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void endsALoadThatTakesTooLong() throws Exception {
    StoreLimits limits =
        new StoreLimits(1, 64, 128, Duration.ofMillis(50), 1, 64, Duration.ofSeconds(5));
    Path original = TestData.write(folder, TREES);
    try (TableStore hasty = TableStore.open(folder.resolve("hasty"), limits)) {
      assertThatThrownBy(() -> hasty.load("trees", original, TestData.read(original)))
          .isInstanceOfSatisfying(
              LoadFailed.class,
              failed -> assertThat(failed.code()).isEqualTo(LoadFailed.Code.TOO_SLOW));
      assertThat(hasty.has("trees")).isFalse();
    }
  }

  private void load(String id, String text) throws Exception {
    Path original = TestData.write(folder, text);
    store.load(id, original, TestData.read(original));
  }

  private List<String> found(String column, Operator operator, String value) {
    Filter filter = new Filter(column, operator, value);
    return streets(store.rows("trees", new RowQuery(100, 0, List.of(filter), null)));
  }

  private void assertBad(BadQuery.Code code, Filter filter) {
    assertThatThrownBy(() -> store.rows("trees", new RowQuery(1, 0, List.of(filter), null)))
        .isInstanceOfSatisfying(BadQuery.class, bad -> assertThat(bad.code()).isEqualTo(code));
  }

  private static List<String> streets(RowPage page) {
    return page.rows().stream().map(row -> String.valueOf(row.get("Straße"))).toList();
  }
}
