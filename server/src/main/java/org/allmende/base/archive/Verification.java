package org.allmende.base.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.base.blob.Blobs;

/**
 * What an installation holds, read from beginning to end.
 *
 * @param content the hash over all content; the same content anywhere gives the same one
 * @param damaged names of stored files that are missing or not what their names say
 */
public record Verification(
    String content, long rows, int tables, int files, long bytes, List<String> damaged) {

  /** Reads every row and every file that a row names. */
  public static Verification of(Connection connection, Blobs blobs) {
    try {
      Content.beginReading(connection);
      List<Manifest.Rows> parts = Content.read(connection);
      List<String> names = StoredFiles.named(connection, table -> "true");
      connection.rollback();
      long bytes = 0;
      List<String> damaged = new ArrayList<>();
      for (String name : names) {
        Optional<Manifest.File> whole =
            StoredFiles.copy(blobs, name, OutputStream.nullOutputStream());
        bytes += whole.map(Manifest.File::bytes).orElse(0L);
        if (whole.isEmpty()) {
          damaged.add(name);
        }
      }
      return new Verification(
          Content.hash(parts),
          parts.stream().mapToLong(Manifest.Rows::rows).sum(),
          parts.size(),
          names.size(),
          bytes,
          damaged);
    } catch (SQLException | IOException e) {
      throw new ArchiveProblem("The content cannot be read: " + e.getMessage(), e);
    }
  }
}
