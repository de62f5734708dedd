package org.allmende.base.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.allmende.base.blob.Blobs;

/** The stored files that rows name. */
final class StoredFiles {
  private StoredFiles() {}

  /** The names of those that the chosen rows name, in order. */
  static List<String> named(Connection connection, Function<Table, String> choice)
      throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    for (Schema.BlobColumn place : Schema.blobColumns(connection)) {
      String column = Table.quoted(place.column());
      String query =
          "select distinct %s from %s where %s is not null and (%s)"
              .formatted(
                  column, Table.quoted(place.table().name()), column, choice.apply(place.table()));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return List.copyOf(names);
  }

  /** Copies a file and checks on the way that it is what its name says; empty if it is not. */
  static Optional<Manifest.File> copy(Blobs blobs, String name, OutputStream target)
      throws IOException {
    if (!blobs.holds(name)) {
      return Optional.empty();
    }
    MessageDigest hash = Content.sha256();
    long bytes;
    try (InputStream in = blobs.open(name)) {
      bytes = in.transferTo(new DigestOutputStream(target, hash));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return Content.hex(hash).equals(name)
        ? Optional.of(new Manifest.File(name, bytes))
        : Optional.empty();
  }
}
