package org.allmende.app.command;

import java.nio.file.Path;
import org.allmende.base.archive.ArchiveReader;
import org.allmende.base.archive.Restore;
import org.allmende.base.db.OpenDatabase;

/** Takes an archive into an installation that holds nothing yet. */
final class RestoreArchive implements Command {

  @Override
  public String usage() {
    return "restore FILE";
  }

  @Override
  public String purpose() {
    return "takes a backup into an installation that holds nothing yet";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    Path file = Path.of(words.next("FILE"));
    words.end();
    try (ArchiveReader archive = ArchiveReader.open(file);
        OpenDatabase database = installation.openOrMake()) {
      new Restore(archive).into(database.source(), installation.blobs());
      System.out.println("Restored: " + installation.data());
      Said.content(archive.manifest());
      return Said.damaged(archive.manifest().damaged());
    }
  }
}
