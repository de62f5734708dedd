package org.allmende.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where tables lie: {@code FOLDER/id/NUMBER.duckdb}, the highest number counts. A number is never
 * used twice, so whoever still reads an older file is not disturbed.
 */
final class TableFiles {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final String ENDING = ".duckdb";
  private static final String NUMBER = "%012d";

  /** Not a table id, so it is in nobody's way. */
  private static final String WORK = ".work";

  private final Path folder;

  TableFiles(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(WORK));
    this.folder = folder.toRealPath();
  }

  Path folder() {
    return folder;
  }

  Optional<Path> current(String tableId) {
    return numbered(tableId).reversed().stream().findFirst();
  }

  /** Removes what loads left behind that were killed together with their server. */
  void removeWorkOlderThan(Instant moment) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(WORK))) {
      for (Path work : all.toList()) {
        if (Files.getLastModifiedTime(work).toInstant().isBefore(moment)) {
          removeFolder(work);
        }
      }
    }
  }

  /** A fresh folder for one load; the caller removes it. */
  Path workFolder() throws IOException {
    return Files.createTempDirectory(folder.resolve(WORK), "load");
  }

  /** Makes a finished file the current one and removes the older ones. */
  synchronized void publish(String tableId, Path finished) throws IOException {
    List<Path> older = numbered(tableId);
    long next = older.isEmpty() ? 1 : number(older.getLast()) + 1;
    Path target = tableFolder(tableId).resolve(String.format(NUMBER, next) + ENDING);
    Files.createDirectories(target.getParent());
    Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    for (Path old : older) {
      Files.deleteIfExists(old);
    }
  }

  synchronized void delete(String tableId) throws IOException {
    Path tableFolder = tableFolder(tableId);
    if (Files.exists(tableFolder)) {
      removeFolder(tableFolder);
    }
  }

  static void removeFolder(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Path tableFolder(String tableId) {
    if (!ID.matcher(tableId).matches()) {
      throw new IllegalArgumentException("Not a table id: " + Parameters.shortened(tableId));
    }
    return folder.resolve(tableId);
  }

  private List<Path> numbered(String tableId) {
    try (Stream<Path> inside = Files.list(tableFolder(tableId))) {
      return inside.filter(path -> path.toString().endsWith(ENDING)).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(Path file) {
    String name = String.valueOf(file.getFileName());
    return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
  }
}
