package org.allmende.plan;

import org.allmende.base.event.Event;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * A commitment was made.
 *
 * @param about what the commitment is for
 */
public record CommitmentMade(TenantId tenant, String commitment, Ref about) implements Event {}
