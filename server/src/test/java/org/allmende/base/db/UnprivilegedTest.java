package org.allmende.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running as root, as containers like to; the temporary folder can be entered by root only. */
class UnprivilegedTest {
  @TempDir Path folder;

  @BeforeEach
  void asRoot() throws IOException {
    assumeTrue(Folders.owner(Path.of("/proc/self").toRealPath()) == 0);
  }

  @Test
  void worksWhereNamespacesAreForbiddenAndTheWayBackToo() throws Exception {
    List<Unprivileged> all = Unprivileged.asRoot(folder, PostgresBinaries.OURS);
    List<Unprivileged> withoutNamespaces = all.subList(1, all.size());
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, withoutNamespaces)) {
      write(postgres, "create table wish (n int)");
    }
    assertThat(Folders.owner(new PostgresFolder(folder).data(18))).isEqualTo(65534);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      write(postgres, "insert into wish values (1)");
    }
  }

  @Test
  void saysWhatToDoWhereNothingWorks() {
    assertThatThrownBy(() ->
            EmbeddedPostgres.start(
                folder,
                List.of(new Unprivileged(List.of("false"), 0, folder, PostgresBinaries.OURS))))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Start Allmende as another user.");
  }

  private static void write(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.connect("allmende");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
