package org.allmende.base.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running PostgreSQL, or one that was killed, wrote about itself into its data folder. */
record PostmasterPid(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Optional<PostmasterPid> of(Path data) throws IOException {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return Optional.of(
          new PostmasterPid(
              Long.parseLong(lines.getFirst().strip()),
              lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0,
              lines.size() > STATUS_LINE && "ready".equals(lines.get(STATUS_LINE).strip())));
    } catch (NumberFormatException | java.util.NoSuchElementException beingWritten) {
      return Optional.empty();
    }
  }

  static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Whether the process of that number is a PostgreSQL at work in this folder. */
  boolean worksIn(Path data) {
    if (!alive()) {
      return false;
    }
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      if (!Files.readString(process.resolve("comm")).startsWith("postgres")) {
        return false;
      }
    } catch (IOException gone) {
      return false;
    }
    try {
      return Files.isSameFile(process.resolve("cwd"), data);
    } catch (IOException notOursToLookAt) {
      return true;
    }
  }
}
