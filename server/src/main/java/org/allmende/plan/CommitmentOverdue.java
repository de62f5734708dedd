package org.allmende.plan;

import org.allmende.base.event.Event;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * The due date of an open commitment has passed; published once for every due date.
 *
 * @param about what the commitment is for
 */
public record CommitmentOverdue(TenantId tenant, String commitment, Ref about) implements Event {}
