package org.allmende.wish;

import java.time.Instant;
import java.time.LocalDate;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A wish in one line, for lists of this and other modules; every text is ready in the reader's
 * language.
 *
 * @param tenant whom it was told to
 * @param people how many need it
 * @param meta what else is worth a glance, such as department and topic
 * @param thread its thread in small
 * @param dueOn the day it is promised for, null while nobody promised
 * @param movedAt when it last moved
 */
public record WishRow(
    WishId id,
    TenantId tenant,
    String title,
    String url,
    WishState state,
    @Nullable String topic,
    int people,
    String meta,
    SmallThreadView thread,
    @Nullable LocalDate dueOn,
    Instant movedAt) {

  /** Whether the promise is past its day. */
  public boolean isOverdue() {
    return thread.mark() == ThreadMark.OVERDUE;
  }
}
