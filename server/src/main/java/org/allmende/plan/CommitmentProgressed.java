package org.allmende.plan;

import org.allmende.base.event.Event;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * The officer reported on a commitment.
 *
 * @param about what the commitment is for
 * @param progress the line of the log that says what
 */
public record CommitmentProgressed(TenantId tenant, String commitment, Ref about, String progress)
    implements Event {}
