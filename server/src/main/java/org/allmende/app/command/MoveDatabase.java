package org.allmende.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.allmende.base.archive.ArchiveReader;
import org.allmende.base.archive.ArchiveWriter;
import org.allmende.base.archive.Restore;
import org.allmende.base.db.OpenDatabase;

/** Takes the embedded database of a server that stands still to an external one. */
final class MoveDatabase implements Command {

  @Override
  public String usage() {
    return "move-database [URL]";
  }

  @Override
  public String purpose() {
    return "from the embedded to the PostgreSQL of URL or ALLMENDE_DATABASE_URL";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    String url = words.next().orElse(installation.databaseUrl());
    words.end();
    if (url.isBlank()) {
      throw new Words.WrongUsage("The address of the new database is missing.");
    }
    Path rows = installation.data().resolve("moving.zip");
    try (OpenDatabase from = installation.embedded();
        OpenDatabase to = OpenDatabase.given(url)) {
      if (!from.isOursAlone()) {
        throw new CommandRefused("The server still runs. Stop it first.");
      }
      Files.deleteIfExists(rows);
      write(from, rows);
      try (ArchiveReader archive = ArchiveReader.open(rows)) {
        new Restore(archive).into(to.source());
        from.markMoved();
        System.out.println("Moved. Start the server with ALLMENDE_DATABASE_URL from now on.");
        Said.content(archive.manifest());
      } finally {
        Files.deleteIfExists(rows);
      }
      return true;
    } catch (IOException | SQLException e) {
      throw new CommandRefused("The database cannot be moved: " + e.getMessage());
    }
  }

  private static void write(OpenDatabase from, Path rows) throws SQLException {
    try (Connection connection = from.connect()) {
      var _ = new ArchiveWriter(connection, Clock.systemUTC()).rowsOnly(rows);
    }
  }
}
