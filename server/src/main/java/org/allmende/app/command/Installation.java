package org.allmende.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.allmende.base.blob.Blobs;
import org.allmende.base.db.OpenDatabase;

/**
 * The installation a command works on.
 *
 * @param data its folder
 * @param databaseUrl of an external database, blank for the one in the folder
 */
record Installation(Path data, String databaseUrl) {

  /** Its database; there must be one. */
  OpenDatabase open() {
    if (databaseUrl.isBlank() && !OpenDatabase.isIn(data)) {
      throw new CommandRefused(
          "There is no installation in %s. Name its folder with --data DIR.".formatted(data));
    }
    return openOrMake();
  }

  /** Its database, made if there is none. */
  OpenDatabase openOrMake() {
    mustBeOurs();
    return OpenDatabase.of(data, databaseUrl);
  }

  /** The database in its folder, whatever address is given. */
  OpenDatabase embedded() {
    return new Installation(data, "").open();
  }

  Blobs blobs() {
    return Blobs.in(data);
  }

  /** What another user's command leaves behind could not be read by the server afterwards. */
  private void mustBeOurs() {
    if (!Files.exists(data)) {
      return;
    }
    try {
      UserPrincipal owner = Files.getOwner(data);
      UserPrincipal self = Files.getOwner(Path.of("/proc/self"));
      if (!owner.equals(self)) {
        throw new CommandRefused(
            "%s belongs to %s. Run this command as that user.".formatted(data, owner.getName()));
      }
    } catch (IOException e) {
      throw new CommandRefused("%s cannot be looked at: %s".formatted(data, e.getMessage()));
    }
  }
}
