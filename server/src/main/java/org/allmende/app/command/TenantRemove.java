package org.allmende.app.command;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.archive.TenantRemoval;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.UnnamedTables;

/** Removes what belongs to one tenant alone, after saying what that is. */
final class TenantRemove implements Command {

  @Override
  public String usage() {
    return "tenant remove SLUG [--yes]";
  }

  @Override
  public String purpose() {
    return "says what belongs to a tenant alone, and with --yes removes it";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    TenantId tenant = KnownTenant.named(words.next("SLUG"));
    boolean sure = words.flag("--yes");
    words.end();
    try (OpenDatabase database = installation.open();
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      KnownTenant.mustExist(connection, tenant);
      TenantRemoval removal = new TenantRemoval(connection, tenant);
      Map<String, Long> going = removal.going();
      going.remove("tenant_tenant");
      going.forEach((table, rows) -> System.out.printf(Locale.ROOT, "%,8d %s%n", rows, table));
      if (!sure) {
        System.out.println(
            "This would be removed for good. Export the tenant first, then say it with --yes.");
        return false;
      }
      removal.run();
      record(connection, tenant);
      connection.commit();
      UnnamedTables.delete(installation.data(), connection);
      System.out.println("Removed: " + tenant.slug());
      System.out.println("What others carry or decide on stays, and the name in it.");
      return true;
    } catch (SQLException e) {
      throw new CommandRefused("The database does not answer: " + e.getMessage());
    } catch (IOException e) {
      throw new CommandRefused(
          "The tenant is removed, but not all of its tables are: " + e.getMessage());
    }
  }

  private static void record(Connection connection, TenantId tenant) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            """
            insert into base_audit (id, tenant, person, action, ref, at)
            values (?, null, null, 'tenant.remove', ?, now())
            """)) {
      row.setString(1, Ids.next());
      row.setString(2, "tenant:" + tenant.slug());
      row.execute();
    }
  }
}
