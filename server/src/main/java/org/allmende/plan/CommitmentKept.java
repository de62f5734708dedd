package org.allmende.plan;

import org.allmende.base.event.Event;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * The published dataset kept the commitment.
 *
 * @param about what the commitment is for
 */
public record CommitmentKept(TenantId tenant, String commitment, Ref about) implements Event {}
