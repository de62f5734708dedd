package org.allmende.wish;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;

/**
 * A step was tied to a wish.
 *
 * @param tenant the carrier of the wish
 * @param step id of the step
 */
public record WishMoved(TenantId tenant, WishId wish, String step) implements Event {}
