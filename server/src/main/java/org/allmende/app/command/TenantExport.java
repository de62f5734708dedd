package org.allmende.app.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.allmende.base.archive.ArchiveWriter;
import org.allmende.base.archive.Manifest;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.id.TenantId;

/** Writes what belongs to one tenant into a file, to be restored elsewhere. */
final class TenantExport implements Command {

  @Override
  public String usage() {
    return "tenant export SLUG FILE";
  }

  @Override
  public String purpose() {
    return "writes what belongs to a tenant into one file; the server may run";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    TenantId tenant = KnownTenant.named(words.next("SLUG"));
    Path file = Path.of(words.next("FILE"));
    words.end();
    try (OpenDatabase database = installation.open();
        Connection connection = database.connect()) {
      KnownTenant.mustExist(connection, tenant);
      Manifest manifest =
          new ArchiveWriter(connection, Clock.systemUTC())
              .tenant(tenant, installation.blobs(), file);
      System.out.println("Written: " + file.toAbsolutePath());
      Said.content(manifest);
      return Said.damaged(manifest.damaged());
    } catch (SQLException e) {
      throw new CommandRefused("The database does not answer: " + e.getMessage());
    }
  }
}
