package org.allmende.base.event;

import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/** An event for tests, with the kinds of parts real ones have. */
public record Happened(TenantId tenant, Ref what, int count) implements Event {}
