package org.allmende.base.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.allmende.base.blob.Blobs;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.db.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path folder;
  private DataSource database;
  private Blobs blobs;
  private String file;

  @BeforeEach
  void aTownWithAWishAndAFile() {
    database = empty("full");
    Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
    blobs = Blobs.in(folder.resolve("full"));
    file = blobs.store(new ByteArrayInputStream("Baum;Straße\n".getBytes(UTF_8))).sha256();
    run(
        database,
        """
        insert into tenant_tenant (slug, name, kind, accent) values ('moers', 'Moers', 'municipality', '#123456');
        insert into people_person values ('P1', 'guest', E'Äxl\\tTab\\\\ und\\nZeile', '2026-11-01 10:00+01');
        insert into wish_wish (id, tenant, carrier, need, hat, visibility, wisher, wisher_name,
            merged_into, state, created_at, moved_at)
          select 'W' || n, 'moers', 'moers', 'Bäume ' || n, 'private_or_club', 'public', 'P1', '',
            case when n = 1 then 'W2' end, 'new', now(), now() from generate_series(1, 3) n;
        insert into wish_step (id, wish, kind, key, at, tenant)
          select 'S' || n, 'W1', 'asked', n::text, now(), 'moers' from generate_series(1, 7) n;
        insert into catalog_dataset (id, tenant, title, description, keywords, state, state_at, created_at, changed_at)
          values ('D1', 'moers', 'Baumkataster', '', '{"a,b",null,"\\""}', 'draft', now(), now(), now());
        insert into catalog_file values ('F1', 'D1', now());
        insert into catalog_file_version (file, number, name, sha256, bytes, uploaded_at, corrections, reading, revision)
          values ('F1', 1, 'baum.csv', '%s', 12, now(), '{}', '{"b": 1.50, "a": [null]}', 0);
        insert into search_document (kind, id, tenant, visibility, title, text, columns, lang, url, at)
          values ('wish', 'W1', 'moers', 'PUBLIC', 'Bäume', '', '{}', 'de', '/', now());
        """
            .formatted(file));
  }

  @Test
  void isRestoredWithTheSameContent() throws SQLException {
    Path archive = folder.resolve("backup.zip");
    Manifest written = write(archive);
    assertThat(written.damaged()).isEmpty();
    assertThat(written.content()).isEqualTo(verification(database, blobs).content());

    DataSource other = empty("other");
    Blobs otherBlobs = Blobs.in(folder.resolve("other"));
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      reader.verify();
      new Restore(reader).into(other, otherBlobs);
    }

    assertThat(verification(other, otherBlobs)).isEqualTo(verification(database, blobs));
    // Numbers go on where they stood, references are guarded again, the index hears of its rows.
    run(
        other,
        "insert into wish_step (id, wish, kind, key, at, tenant) values ('S8', 'W1', 'asked', '8', now(), 'moers')");
    try (Connection connection = other.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(one(statement, "select number from wish_step where id = 'S8'")).isEqualTo("8");
      assertThat(one(statement, "select written_by < pg_current_xact_id() from search_document"))
          .isEqualTo("t");
      assertThatThrownBy(() -> statement.execute("delete from people_person"))
          .hasMessageContaining("violates foreign key");
    }
    assertThat(Schema.foreignKeys(other.getConnection()))
        .isEqualTo(Schema.foreignKeys(database.getConnection()));
  }

  @Test
  void hashesContentAndNotItsPlace() {
    String before = verification(database, blobs).content();
    run(database, "update wish_wish set need = need; cluster wish_wish using wish_wish_carrier");
    assertThat(verification(database, blobs).content()).isEqualTo(before);
    run(database, "update wish_wish set need = need || ' ' where id = 'W2'");
    assertThat(verification(database, blobs).content()).isNotEqualTo(before);
  }

  @Test
  void isForItsOwnersEyesAndReplacesNothing() throws IOException {
    Path archive = folder.resolve("backup.zip");
    write(archive);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> write(archive))
        .isInstanceOf(ArchiveProblem.class)
        .hasMessageEndingWith("backup.zip is there already and is not overwritten.");
  }

  @Test
  void goesIntoAnEmptyInstallationOnly() {
    Path archive = folder.resolve("backup.zip");
    write(archive);
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      assertThatThrownBy(() -> new Restore(reader).into(database, blobs))
          .isInstanceOf(ArchiveProblem.class)
          .hasMessage(
              "The installation is not empty. An archive is restored into an empty one only.");
    }
  }

  @Test
  void tellsAMissingAndADamagedFile() throws IOException {
    Files.writeString(blobs.file(file), "Baum;Strasse\n");
    assertThat(verification(database, blobs).damaged()).containsExactly(file);
    assertThat(write(folder.resolve("damaged.zip")).damaged()).containsExactly(file);
    Files.delete(blobs.file(file));
    assertThat(verification(database, blobs).damaged()).containsExactly(file);
  }

  @Test
  void forgetsOldFilesThatNothingNamesButNotWhileAnArchiveIsWritten() throws Exception {
    String unnamed = blobs.store(new ByteArrayInputStream("broken off".getBytes(UTF_8))).sha256();
    Instant now = Instant.now();
    Files.setLastModifiedTime(blobs.file(file), FileTime.from(now.minusSeconds(60)));
    assertThat(UnnamedFiles.forget(database, blobs, now.minusSeconds(30))).isEmpty();

    Files.setLastModifiedTime(blobs.file(unnamed), FileTime.from(now.minusSeconds(60)));
    try (Connection writing = database.getConnection()) {
      UnnamedFiles.holdOff(writing);
      assertThat(UnnamedFiles.forget(database, blobs, now.minusSeconds(30))).isEmpty();
    }
    assertThat(UnnamedFiles.forget(database, blobs, now.minusSeconds(30))).containsExactly(unnamed);
    assertThat(blobs.holds(unnamed)).isFalse();
    assertThat(blobs.holds(file)).isTrue();
  }

  @Test
  void leavesNoRowOfAnArchiveThatIsDamaged() throws IOException {
    Path whole = folder.resolve("backup.zip");
    write(whole);
    Path damaged = folder.resolve("damaged.zip");
    rewrite(whole, damaged, "tables/wish_wish.copy", "Bäume 2", "Bäume 4");
    DataSource other = empty("other");
    try (ArchiveReader reader = ArchiveReader.open(damaged)) {
      assertThatThrownBy(reader::verify)
          .hasMessage(
              "The archive is damaged at tables/wish_wish.copy: its content is not what was written.");
      assertThatThrownBy(() -> new Restore(reader).into(other))
          .isInstanceOf(ArchiveProblem.class)
          .hasMessageContaining("its content is not what was written");
    }
    assertThat(verification(other, Blobs.in(folder.resolve("other"))).rows()).isZero();
    // And the same place takes the whole one afterwards.
    try (ArchiveReader reader = ArchiveReader.open(whole)) {
      new Restore(reader).into(other);
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    Path whole = folder.resolve("backup.zip");
    write(whole);
    Path newer = folder.resolve("newer.zip");
    rewrite(whole, newer, Manifest.ENTRY, "__wish.sql", "__later.sql");
    DataSource other = empty("other");
    try (ArchiveReader reader = ArchiveReader.open(newer)) {
      assertThatThrownBy(() -> new Restore(reader).into(other))
          .isInstanceOf(ArchiveProblem.class)
          .hasMessageStartingWith(
              "The archive is of a newer Allmende, this one does not know wish/");
    }
    Path cut = folder.resolve("cut.zip");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    for (Path file : List.of(cut, folder.resolve("nothing.zip"))) {
      assertThatThrownBy(() -> ArchiveReader.open(file)).isInstanceOf(ArchiveProblem.class);
    }
  }

  private Manifest write(Path archive) {
    try (Connection connection = database.getConnection()) {
      return new ArchiveWriter(connection, Clock.systemUTC()).everything(blobs, archive);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verification verification(DataSource database, Blobs blobs) {
    try (Connection connection = database.getConnection()) {
      return Verification.of(connection, blobs);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource empty(String name) {
    return OpenDatabase.given(TestDatabase.emptyOne(name)).source();
  }

  private static void rewrite(Path from, Path to, String entry, String old, String other)
      throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry each : zip.stream().toList()) {
        out.putNextEntry(new ZipEntry(each.getName()));
        try (InputStream in = zip.getInputStream(each)) {
          String content = new String(in.readAllBytes(), UTF_8);
          out.write(
              (each.getName().equals(entry) ? content.replace(old, other) : content)
                  .getBytes(UTF_8));
        }
        out.closeEntry();
      }
    }
  }

  private static void run(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
