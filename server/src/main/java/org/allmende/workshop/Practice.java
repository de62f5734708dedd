package org.allmende.workshop;

import java.time.Duration;
import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A board of one's own, to try before a workshop what is done there. Nothing of it gets into the
 * workshop.
 *
 * @param person who writes there, without a name
 * @param endedAt when it was thrown away, null while it is not
 */
record Practice(
    String id,
    TenantId tenant,
    WorkshopId workshop,
    PersonId person,
    Instant begunAt,
    @Nullable Instant endedAt) {

  /** The word for practice boards in references. */
  static final String KIND = "practice";

  /** How long one can write there; an hour later at the latest it is deleted. */
  static final Duration LIFE = Duration.ofHours(22);

  Ref ref() {
    return new Ref(KIND, id);
  }

  boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(begunAt.plus(LIFE));
  }
}
