package org.allmende.wish;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;

/**
 * A wish that a workshop brought became public with its results.
 *
 * @param tenant the carrier of the wish
 */
public record WishReleased(TenantId tenant, WishId wish) implements Event {}
