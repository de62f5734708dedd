package org.allmende.registration;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list that says why somebody has a seat or has none.
 *
 * @param registration null for what concerns all, such as a new capacity
 * @param people how many seats it was about
 * @param free how many were free then
 * @param reason given by the organiser
 * @param person the organiser
 */
record Change(
    long number,
    @Nullable RegistrationId registration,
    ChangeKind kind,
    @Nullable Integer people,
    @Nullable Integer free,
    @Nullable String reason,
    @Nullable PersonId person,
    Instant at) {}
