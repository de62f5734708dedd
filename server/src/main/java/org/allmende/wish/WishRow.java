package org.allmende.wish;

import java.time.Instant;
import java.time.LocalDate;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A wish in one line, for lists of this and other modules.
 *
 * @param tenant whom it was told to
 * @param people how many need it
 * @param department who promised it, as the public name
 * @param dueOn when it is promised for
 */
public record WishRow(
    WishId id,
    TenantId tenant,
    String title,
    String url,
    WishState state,
    @Nullable String topic,
    int people,
    @Nullable String department,
    @Nullable LocalDate dueOn,
    @Nullable TenantId forwardedTo,
    Instant movedAt) {

  /** Whether the promise is past its day. */
  public boolean isOverdue(LocalDate today) {
    return state == WishState.COMMITTED && dueOn != null && dueOn.isBefore(today);
  }
}
