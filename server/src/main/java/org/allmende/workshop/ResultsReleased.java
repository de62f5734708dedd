package org.allmende.workshop;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;

/** The results of a workshop are now for everybody. */
public record ResultsReleased(TenantId tenant, WorkshopId workshop) implements Event {}
