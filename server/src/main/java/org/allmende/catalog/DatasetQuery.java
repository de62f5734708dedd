package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Which published datasets are asked for.
 *
 * @param tenant null for all tenants
 * @param among what a search found, best first; null when nothing was searched for
 * @param changedSince null for all
 */
public record DatasetQuery(
    @Nullable TenantId tenant,
    @Nullable TopicId topic,
    @Nullable List<DatasetId> among,
    @Nullable Instant changedSince,
    int offset,
    int limit) {

  /** The newest datasets of a tenant. */
  public static DatasetQuery of(TenantId tenant, int limit) {
    return new DatasetQuery(tenant, null, null, null, 0, limit);
  }

  /** The newest datasets of all tenants. */
  public static DatasetQuery ofAll(int limit) {
    return new DatasetQuery(null, null, null, null, 0, limit);
  }
}
