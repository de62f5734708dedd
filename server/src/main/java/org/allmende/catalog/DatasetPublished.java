package org.allmende.catalog;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A dataset is now for everybody.
 *
 * @param commitment the commitment the steward named as kept by it, null when none was named
 */
public record DatasetPublished(TenantId tenant, DatasetId dataset, @Nullable String commitment)
    implements Event {}
