package org.allmende.registration;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wants to come, alone or with others.
 *
 * @param about what it is for
 * @param person null once forgotten
 * @param municipality null for one that is not here
 * @param people how many come: all of them or none
 * @param confirmBy until when the address has to be confirmed, null when it is
 * @param waitlistedAt decides the order on the list
 * @param priorityAt since when an organiser lets it go first, null for nearly all
 * @param calledAt since when it may take a free seat on the last day
 * @param offeredUntil until when seats are held for it
 */
public record Registration(
    RegistrationId id,
    Ref about,
    @Nullable PersonId person,
    RegistrationState state,
    String name,
    @Nullable TenantId municipality,
    @Nullable String department,
    int people,
    Instant registeredAt,
    @Nullable Instant confirmBy,
    @Nullable Instant waitlistedAt,
    @Nullable Instant priorityAt,
    @Nullable Instant calledAt,
    @Nullable Instant offeredUntil) {

  /** The word for registrations in references. */
  public static final String KIND = "registration";

  boolean is(RegistrationState other) {
    return state == other;
  }

  /** Whether it waits and may take a seat at once, before others do. */
  boolean isCalled() {
    return state == RegistrationState.WAITLISTED && calledAt != null;
  }
}
