package org.allmende.base.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the launcher keeps on disk: programs, data, port, password and log. */
record PostgresFolder(Path path) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long STARTING = 0;
  private static final long USING = 1;
  private static final String DATA = "data-";
  private static final String MOVED = "moved";
  private static final long LOG_LIMIT = 10_000_000;

  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ENTERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  Path data(int major) {
    return path.resolve(DATA + major);
  }

  /** The latest PostgreSQL below this one that left its data here. */
  Optional<Integer> newestOlderThan(int major) throws IOException {
    return majors().stream().filter(found -> found < major).max(Integer::compare);
  }

  /** Data of a later PostgreSQL cannot be read, and a fresh database would hide them. */
  void mustNotBeNewerThan(int major) throws IOException {
    Optional<Integer> newer = majors().stream().filter(found -> found > major).findFirst();
    if (newer.isPresent()) {
      throw new DatabaseUnavailable(
          "The database in %s is of PostgreSQL %d; this Allmende brings %d. Start the newer one."
              .formatted(path, newer.get(), major));
    }
  }

  /** Kept for the way back, but under a name by which no program takes them for the truth. */
  void setAsideOlderThan(int major) throws IOException {
    for (int older : majors()) {
      if (older < major) {
        Files.move(data(older), path.resolve("before-%d-%s%d".formatted(major, DATA, older)));
      }
    }
    sync();
  }

  private List<Integer> majors() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches(DATA + "\\d+"))
          .map(name -> Integer.valueOf(name.substring(DATA.length())))
          .toList();
    }
  }

  /** Notes that the truth lies elsewhere now. */
  void markMoved() throws IOException {
    Files.writeString(path.resolve(MOVED), "");
    sync();
  }

  void mustNotBeMoved() {
    if (Files.exists(path.resolve(MOVED))) {
      throw new DatabaseUnavailable(
          "The database of %s was moved to an external PostgreSQL. Set ALLMENDE_DATABASE_URL."
              .formatted(path));
    }
  }

  /** A new name is there after a power cut only once the folder was synced. */
  void sync() throws IOException {
    try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  Path log() {
    return path.resolve("postgres.log");
  }

  void keepLogSmall() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
      Files.move(
          log(), path.resolve("postgres.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Chosen once and kept; another one only if a stranger listens there now. */
  int port() throws IOException {
    Path file = path.resolve("port");
    if (Files.exists(file)) {
      int kept = Integer.parseInt(Files.readString(file).strip());
      if (free(kept)) {
        return kept;
      }
    }
    int chosen;
    do {
      // Below the range from which systems take the ports of outgoing connections.
      chosen = RANDOM.nextInt(20_000, 32_000);
    } while (!free(chosen));
    Files.writeString(file, chosen + "\n");
    return chosen;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  String password() throws IOException {
    Path file = path.resolve("password");
    if (!Files.exists(file)) {
      if (!majors().isEmpty()) {
        throw new DatabaseUnavailable("The password of the database is missing: " + file);
      }
      byte[] secret = new byte[24];
      RANDOM.nextBytes(secret);
      Files.createFile(file, OWNER_ONLY);
      Files.writeString(file, HexFormat.of().formatHex(secret));
    }
    return Files.readString(file).strip();
  }

  FileChannel lockFile() throws IOException {
    return FileChannel.open(
        path.resolve("lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /** Held while starting or stopping; a second Allmende on the same folder waits. */
  static FileLock starting(FileChannel lockFile) throws IOException {
    return lockFile.lock(STARTING, 1, false);
  }

  /** Held by everyone who uses the server. */
  static FileLock using(FileChannel lockFile) throws IOException {
    return lockFile.lock(USING, 1, true);
  }

  static boolean usedByOthers(FileChannel lockFile) throws IOException {
    try (FileLock alone = lockFile.tryLock(USING, 1, false)) {
      return alone == null;
    }
  }
}
