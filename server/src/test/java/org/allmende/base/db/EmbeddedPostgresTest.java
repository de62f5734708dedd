package org.allmende.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(folder);
    run("create table wish (n int primary key)");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void isSetUpToLoseNothingAndToListenOnlyHere() {
    assertThat(
            query(
                """
                select name || '=' || setting from pg_settings
                where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums',
                  'listen_addresses', 'unix_socket_directories', 'server_encoding')
                order by name\
                """))
        .containsExactly(
            "data_checksums=on",
            "fsync=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "server_encoding=UTF8",
            "synchronous_commit=on",
            "unix_socket_directories=");
    assertThat(
            query(
                """
                select datlocprovider::text || ' ' || datlocale from pg_database
                where datname = 'allmende'\
                """))
        .containsExactly("b C.UTF-8");
    assertThat(query("select distinct auth_method from pg_hba_file_rules"))
        .containsExactly("scram-sha-256");
  }

  @Test
  void sortsGermanWhereAsked() {
    assertThat(
            query(
                """
                select word from (values ('Zoo'), ('Äpfel'), ('Apfel'), ('Ofen')) as w (word)
                order by word collate "de-x-icu\"\
                """))
        .containsExactly("Apfel", "Äpfel", "Ofen", "Zoo");
  }

  @Test
  void keepsItsPasswordToItself() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("password"))))
        .isEqualTo("rw-------");
    assertThatThrownBy(() ->
            java.sql.DriverManager.getConnection(
                postgres.address("allmende").jdbcUrl(), "allmende", "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void keepsDataAndPortOverACleanStop() {
    run("insert into wish values (1)");
    String before = postgres.address("allmende").jdbcUrl();
    postgres.close();
    postgres = EmbeddedPostgres.start(folder);
    assertThat(postgres.address("allmende").jdbcUrl()).isEqualTo(before);
    assertThat(query("select n from wish where n = 1")).containsExactly("1");
  }

  @Test
  void losesNoAcknowledgedRowWhenKilled() throws Exception {
    for (int round = 0; round < 5; round++) {
      List<String> acknowledged = new ArrayList<>();
      for (int n = 100 * (round + 1); n < 100 * (round + 1) + 20; n++) {
        run("insert into wish values (" + n + ")");
        acknowledged.add(Integer.toString(n));
      }
      kill(postmaster());
      postgres.close();
      postgres = EmbeddedPostgres.start(folder);
      assertThat(query("select n from wish where n / 100 = " + (round + 1) + " order by n"))
          .isEqualTo(acknowledged);
    }
  }

  @Test
  void bringsBackAServerThatDied() throws Exception {
    run("insert into wish values (2)");
    long before = postmaster();
    kill(before);
    while (PostmasterPid.of(new PostgresFolder(folder).data(18))
        .filter(PostmasterPid::ready)
        .filter(running -> running.pid() != before)
        .isEmpty()) {
      Thread.sleep(20);
    }
    assertThat(query("select n from wish where n = 2")).containsExactly("2");
  }

  @Test
  void takesOverAServerThatIsStillRunning() throws IOException {
    long before = postmaster();
    EmbeddedPostgres abandoned = postgres;
    abandoned.abandon();
    postgres = EmbeddedPostgres.start(folder);
    assertThat(postmaster()).isEqualTo(before);
    assertThat(query("select 1")).containsExactly("1");
  }

  @Test
  void isNotMisledByAPidFileWhoseNumberAnotherProgramGot() throws IOException {
    postgres.close();
    Path pidFile = PostmasterPid.file(new PostgresFolder(folder).data(18));
    Files.writeString(
        pidFile,
        ProcessHandle.current().pid() + "\n/elsewhere\n1\n5432\n\n127.0.0.1\n1 1\nready   \n");
    postgres = EmbeddedPostgres.start(folder);
    assertThat(query("select 1")).containsExactly("1");
  }

  private static long postmaster() throws IOException {
    return PostmasterPid.of(new PostgresFolder(folder).data(18)).orElseThrow().pid();
  }

  /** As the machine's out-of-memory killer would: the server and everything it started. */
  private static void kill(long pid) throws Exception {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.addFirst(server);
    all.forEach(ProcessHandle::destroyForcibly);
    server.onExit().get();
  }

  private static void run(String sql) {
    try (Connection connection = postgres.connect("allmende");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> query(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = postgres.connect("allmende");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }
}
