package org.allmende.base.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a PostgreSQL, unpacked once per version.
 *
 * @param version such as {@code 18.6.0}
 * @param packed where they come from; null once they are unpacked
 */
record PostgresBinaries(String version, @Nullable Source packed) {
  private static final Pattern VERSION = Pattern.compile("(\\d+)(\\.\\d+)*");

  /** Those that come with Allmende. */
  static final PostgresBinaries OURS =
      new PostgresBinaries("18.6.0", () -> PostgresBinaries.class.getResourceAsStream(archive()));

  /** Opens the packed programs, null where there are none for this machine. */
  interface Source {
    @Nullable InputStream open() throws IOException;
  }

  int major() {
    return Integer.parseInt(version.replaceFirst("\\..*", ""));
  }

  /** Those with which an earlier Allmende made a database; they stay beside it for its upgrade. */
  static PostgresBinaries unpackedBefore(int major, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> entries = Files.list(folder)) {
        Optional<PostgresBinaries> found =
            entries
                .map(entry -> entry.getFileName().toString())
                .filter(name -> VERSION.matcher(name).matches())
                .map(name -> new PostgresBinaries(name, null))
                .filter(binaries -> binaries.major() == major)
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new DatabaseUnavailable(
        ("The database is of PostgreSQL %d, whose programs are no longer in %s. Write a backup with"
                + " the Allmende before and restore it with this one.")
            .formatted(major, folders.getFirst()));
  }

  /** Unpacks beside and renames, so that a folder that is there is complete. */
  Path unpackedUnder(Path folder) throws IOException {
    Path done = folder.resolve(version);
    if (Files.isDirectory(done)) {
      return done;
    }
    if (packed == null) {
      throw new DatabaseUnavailable("The programs of PostgreSQL are missing: " + done);
    }
    Files.createDirectories(folder);
    Path fresh = folder.resolve(version + ".unpacking");
    Folders.delete(fresh);
    unpack(packed, fresh);
    Files.move(fresh, done);
    return done;
  }

  private static void unpack(Source source, Path target) throws IOException {
    try (InputStream packed = source.open()) {
      if (packed == null) {
        throw new DatabaseUnavailable(
            "Allmende brings PostgreSQL for Linux on x86-64 only; this is %s on %s."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(entry, tar, target);
        }
      }
    }
  }

  private static String archive() {
    return switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
      case "Linux amd64" -> "/postgres-linux-x86_64.txz";
      case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
      default -> "/postgres-unknown";
    };
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive of PostgreSQL leaves its folder.");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
