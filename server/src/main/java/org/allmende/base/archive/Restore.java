package org.allmende.base.archive;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.allmende.base.blob.Blobs;
import org.postgresql.PGConnection;

/**
 * Takes an archive into an installation that holds nothing yet: first the files, then all rows in
 * one transaction that commits only if they hash to what the archive promised.
 */
public final class Restore {
  private final ArchiveReader archive;

  public Restore(ArchiveReader archive) {
    this.archive = archive;
  }

  /** Rows and files. */
  public void into(DataSource database, Blobs blobs) {
    mustFit(database);
    for (Manifest.File file : archive.manifest().files()) {
      try (InputStream in = archive.file(file)) {
        blobs.store(in);
      } catch (IOException e) {
        throw ArchiveReader.damaged(file.entry(), e);
      }
    }
    rows(database);
  }

  /** Rows only; the files are there already. */
  public void into(DataSource database) {
    mustFit(database);
    rows(database);
  }

  private void mustFit(DataSource database) {
    Migrations.mustBeKnown(archive.manifest().migrations());
    try (Connection connection = database.getConnection()) {
      for (Table table : Schema.tables(connection)) {
        if (hasRows(connection, table)) {
          throw new ArchiveProblem(
              "The installation is not empty. An archive is restored into an empty one only.");
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static boolean hasRows(Connection connection, Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select exists (select 1 from %s)".formatted(Table.quoted(table.name())))) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void rows(DataSource database) {
    try {
      Migrations.apply(database, archive.manifest().migrations());
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        Content.plainForms(connection);
        copy(connection);
        mustBeTheSame(connection);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
          // So that the first pages are not planned for empty tables.
          statement.execute("analyze");
        }
      }
    } catch (SQLException | IOException e) {
      throw failed(e);
    }
  }

  /** References are put back at the end: so their order does not matter, and all are checked. */
  private void copy(Connection connection) throws SQLException {
    List<Schema.ForeignKey> references = Schema.foreignKeys(connection);
    try (Statement statement = connection.createStatement()) {
      for (Schema.ForeignKey reference : references) {
        statement.execute(reference.drop());
      }
      for (Table table : Schema.tables(connection)) {
        // What the scripts put in themselves stands in the archive, too.
        statement.execute("delete from " + Table.quoted(table.name()));
      }
      for (Manifest.Rows part : archive.manifest().tables()) {
        copyIn(connection, part);
      }
      for (Schema.ForeignKey reference : references) {
        statement.execute(reference.add());
      }
    }
    for (Manifest.Sequence sequence : archive.manifest().sequences()) {
      try (PreparedStatement statement =
          connection.prepareStatement("select setval(quote_ident(?)::regclass, ?)")) {
        statement.setString(1, sequence.name());
        statement.setLong(2, sequence.last());
        statement.execute();
      }
    }
  }

  private void copyIn(Connection connection, Manifest.Rows part) throws SQLException {
    Table table = new Table(part.table(), part.columns(), part.columns());
    try (InputStream in = archive.rows(part)) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), in);
    } catch (IOException e) {
      throw ArchiveReader.damaged(part.entry(), e);
    }
  }

  private void mustBeTheSame(Connection connection) throws SQLException, IOException {
    Set<Manifest.Rows> promised = new HashSet<>(archive.manifest().tables());
    for (Manifest.Rows arrived : Content.read(connection)) {
      if (!promised.remove(arrived)) {
        throw new ArchiveProblem(
            "The rows of %s did not arrive as they were sent.".formatted(arrived.table()));
      }
    }
    if (!promised.isEmpty()) {
      throw new ArchiveProblem("The archive has rows of tables that are not there.");
    }
  }

  private static ArchiveProblem failed(Exception e) {
    return new ArchiveProblem("The archive cannot be restored: " + e.getMessage(), e);
  }
}
