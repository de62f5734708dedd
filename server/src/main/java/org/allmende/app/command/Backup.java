package org.allmende.app.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.allmende.base.archive.ArchiveWriter;
import org.allmende.base.archive.Manifest;
import org.allmende.base.db.OpenDatabase;

/** Writes everything into one file while the server runs. */
final class Backup implements Command {

  @Override
  public String usage() {
    return "backup FILE";
  }

  @Override
  public String purpose() {
    return "writes everything into one file; the server may run";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    Path file = Path.of(words.next("FILE"));
    words.end();
    try (OpenDatabase database = installation.open();
        Connection connection = database.connect()) {
      Manifest manifest =
          new ArchiveWriter(connection, Clock.systemUTC()).everything(installation.blobs(), file);
      System.out.println("Written: " + file.toAbsolutePath());
      Said.content(manifest);
      return Said.damaged(manifest.damaged());
    } catch (SQLException e) {
      throw new CommandRefused("The database does not answer: " + e.getMessage());
    }
  }
}
