package org.allmende.reuse;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.DatasetId;

/** Somebody reported what a dataset is used for. */
public record UseReported(TenantId tenant, String use, DatasetId dataset) implements Event {}
