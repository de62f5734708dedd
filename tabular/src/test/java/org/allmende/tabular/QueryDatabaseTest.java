package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database that answers questions may see, and how it comes back. */
class QueryDatabaseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from read_csv('OUTSIDE')",
        "select * from read_text('OUTSIDE')",
        "select * from glob('OUTSIDE*')",
        "copy (select 1) to 'OUTSIDE'",
        "attach 'OUTSIDE' as other",
        "set enable_external_access = true",
        "set memory_limit = '8GB'",
        "install httpfs"
      })
  void seesNothingOutsideItsFolder(String attempt) throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.csv"), "a;b\n1;2\n");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    try (QueryDatabase database = new QueryDatabase(inside, StoreLimits.SMALL);
        QueryDatabase.Lease lease = database.lease(stored(inside))) {
      Sql sql = Sql.of(attempt.replace("OUTSIDE", outside.toString()));
      assertThatThrownBy(() -> lease.ask(sql)).isInstanceOf(IllegalStateException.class);
      assertThat(lease.ask(Sql.of("select 1")).getFirst().getFirst()).isEqualTo(1);
    }
  }

  @Test
  void isOpenedAfreshWhenItBreaks() throws Exception {
    try (QueryDatabase database = new QueryDatabase(folder, StoreLimits.SMALL);
        QueryDatabase.Lease lease = database.lease(stored(folder))) {
      Sql count = Sql.of("select count(*) from " + lease.place("things"));
      assertThat(lease.ask(count).getFirst().getFirst()).isEqualTo(2L);
      database.close();
      assertThat(lease.ask(count).getFirst().getFirst()).isEqualTo(2L);
    }
  }

  private static Path stored(Path folder) throws Exception {
    Path file = folder.resolve("things.duckdb");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("create table things as select * from range(2)");
    }
    return file;
  }
}
