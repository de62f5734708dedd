package org.allmende.catalog;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;

/** A department handed a dataset in; the steward's turn. */
public record DatasetSubmitted(TenantId tenant, DatasetId dataset) implements Event {}
