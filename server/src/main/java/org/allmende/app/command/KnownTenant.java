package org.allmende.app.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.allmende.base.archive.Migrations;
import org.allmende.base.id.TenantId;

/** The tenant a command names. */
final class KnownTenant {
  private KnownTenant() {}

  static TenantId named(String slug) {
    if (!TenantId.isSlug(slug)) {
      throw new CommandRefused(slug + " is not the short name of a tenant.");
    }
    return new TenantId(slug);
  }

  static void mustExist(Connection connection, TenantId tenant) throws SQLException {
    Migrations.mustBeOfThisProgram(connection);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select from tenant_tenant where slug = ? and removed_at is null")) {
      query.setString(1, tenant.slug());
      if (!query.executeQuery().next()) {
        throw new CommandRefused("There is no tenant " + tenant.slug() + ".");
      }
    }
  }
}
