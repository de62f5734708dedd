package org.allmende.wish;

import org.allmende.base.event.Event;
import org.allmende.base.id.TenantId;

/**
 * A wish is about another topic than before.
 *
 * @param tenant the carrier of the wish
 */
public record WishClassified(TenantId tenant, WishId wish) implements Event {}
