package org.allmende.app;

import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Who says something in own words: a tenant, or the installation.
 *
 * @param tenant null for the installation
 * @param home what its addresses begin with
 * @param desk where its texts are written
 */
record TextOwner(@Nullable TenantId tenant, String name, String home, String desk) {

  static final TextOwner INSTALLATION = new TextOwner(null, "Allmende", "", "/operator/texts");

  static TextOwner of(Tenant tenant) {
    return new TextOwner(tenant.id(), tenant.name(), tenant.url(""), tenant.url("/admin/texts"));
  }

  /** Goes on only for whoever may write them. */
  void require(Viewer viewer) {
    if (tenant == null) {
      viewer.requireOperator();
    } else {
      viewer.require(tenant, Role.ADMIN);
    }
  }
}
