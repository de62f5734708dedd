package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.Dataset;
import org.allmende.tenant.Tenant;
import org.allmende.wish.Figures;
import org.allmende.wish.WishRow;
import org.allmende.workshop.Workshop;

/**
 * What a start page shows.
 *
 * @param name of the tenant, empty for the whole installation
 * @param home path of the tenant, empty for the whole installation
 * @param news the threads that moved last, a late one among them if there is any
 * @param next the next workshop, empty if none is planned
 * @param towns the tenants whose doings are shown together, empty for a single one
 * @param isShared whether things of several tenants are shown, so that each says whose it is
 */
record StartView(
    String name,
    String home,
    Figures.Sums sums,
    List<WishRow> news,
    List<Dataset> datasets,
    List<Workshop> next,
    List<Tenant> towns,
    Map<TenantId, String> names,
    boolean isShared) {

  boolean isInstallation() {
    return name.isEmpty();
  }
}
