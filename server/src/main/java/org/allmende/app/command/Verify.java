package org.allmende.app.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.allmende.base.archive.ArchiveReader;
import org.allmende.base.archive.Verification;
import org.allmende.base.db.OpenDatabase;

/** Reads all content from beginning to end, of the installation or of an archive. */
final class Verify implements Command {

  @Override
  public String usage() {
    return "verify [FILE]";
  }

  @Override
  public String purpose() {
    return "reads everything, of the installation or a backup, and says one hash over it";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    Optional<String> file = words.next();
    words.end();
    return file.isPresent() ? archive(Path.of(file.get())) : installation(installation);
  }

  private static boolean archive(Path file) {
    try (ArchiveReader archive = ArchiveReader.open(file)) {
      archive.verify();
      Said.content(archive.manifest());
      return Said.damaged(archive.manifest().damaged());
    }
  }

  private static boolean installation(Installation installation) {
    try (OpenDatabase database = installation.open();
        Connection connection = database.connect()) {
      Verification found = Verification.of(connection, installation.blobs());
      Said.content(found.content(), found.rows(), found.tables(), found.files(), found.bytes());
      return Said.damaged(found.damaged());
    } catch (SQLException e) {
      throw new CommandRefused("The database does not answer: " + e.getMessage());
    }
  }
}
