package org.allmende.workshop;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at the end about the workshop itself.
 *
 * @param author who is told what becomes of it, shown to nobody; null once forgotten
 */
record Feedback(
    String id, WorkshopId workshop, @Nullable PersonId author, String text, Instant at) {}
