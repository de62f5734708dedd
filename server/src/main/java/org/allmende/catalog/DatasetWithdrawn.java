package org.allmende.catalog;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;

/** A published dataset was taken back; its page says why. */
public record DatasetWithdrawn(TenantId tenant, DatasetId dataset) implements Event {}
