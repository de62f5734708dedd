package org.allmende.base.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.base.blob.Blobs;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an archive while everybody goes on working: the rows as of one instant, then the files
 * they name. The file has its name only once all of it is safely on disk.
 */
public final class ArchiveWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Connection connection;
  private final Clock clock;

  public ArchiveWriter(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** Everything there is. */
  public Manifest everything(Blobs blobs, Path file) {
    return write(file, new Choice.All(), blobs);
  }

  /** What belongs to one tenant, and whom that points to. */
  public Manifest tenant(TenantId tenant, Blobs blobs, Path file) {
    try {
      Ownership ownership = Ownership.of(connection, tenant);
      return write(file, new Choice.OfTenant(tenant.slug(), ownership), blobs);
    } catch (SQLException e) {
      throw new ArchiveProblem("The tables cannot be looked at: " + e.getMessage(), e);
    }
  }

  /** All rows; the files stay where they are. */
  public Manifest rowsOnly(Path file) {
    return write(file, new Choice.All(), null);
  }

  private Manifest write(Path file, Choice choice, @Nullable Blobs blobs) {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new ArchiveProblem(target + " is there already and is not overwritten.");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try {
        Manifest manifest = writePart(part, choice, blobs);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(folderOf(target), StandardOpenOption.READ)) {
          folder.force(true);
        }
        return manifest;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | SQLException e) {
      throw new ArchiveProblem(
          "The archive %s cannot be written: %s".formatted(target, e.getMessage()), e);
    }
  }

  private static Path folderOf(Path target) {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  private Manifest writePart(Path part, Choice choice, @Nullable Blobs blobs)
      throws IOException, SQLException {
    Files.deleteIfExists(part);
    // It holds secrets and addresses: for the eyes of its owner only.
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel =
        FileChannel.open(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
      zip.setLevel(java.util.zip.Deflater.BEST_SPEED);
      Manifest manifest = write(zip, choice, blobs);
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      zip.closeEntry();
      zip.finish();
      zip.flush();
      channel.force(true);
      return manifest;
    }
  }

  private Manifest write(ZipOutputStream zip, Choice choice, @Nullable Blobs blobs)
      throws IOException, SQLException {
    UnnamedFiles.holdOff(connection);
    Content.beginReading(connection);
    List<Manifest.Migration> migrations = Migrations.applied(connection);
    List<Manifest.Rows> tables = new ArrayList<>();
    for (Table table : Schema.tables(connection)) {
      zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".copy"));
      tables.add(Content.copy(connection, table, choice, zip));
      zip.closeEntry();
    }
    // Read after the rows, so that no number in them is ahead.
    List<Manifest.Sequence> sequences = Schema.sequences(connection);
    List<Manifest.File> files = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    if (blobs == null) {
      connection.rollback();
    } else {
      List<String> names = StoredFiles.named(connection, choice::condition);
      // Reading files may take long, and an old snapshot keeps the database from tidying up.
      connection.rollback();
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(new Manifest.File(name, 0).entry()));
        Optional<Manifest.File> whole = StoredFiles.copy(blobs, name, zip);
        zip.closeEntry();
        whole.ifPresentOrElse(files::add, () -> damaged.add(name));
      }
    }
    return new Manifest(
        Manifest.FORMAT,
        clock.instant(),
        choice.tenant(),
        Content.hash(tables),
        migrations,
        tables,
        sequences,
        files,
        damaged);
  }
}
