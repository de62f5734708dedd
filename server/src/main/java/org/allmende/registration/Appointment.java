package org.allmende.registration;

import java.time.Instant;
import java.util.Objects;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * When and where something takes place.
 *
 * @param origin what it is; with a reference, which names it for ever
 * @param organiser who invites
 * @param place null when only online
 */
public record Appointment(
    Origin origin, String organiser, @Nullable String place, Instant startsAt, Instant endsAt) {

  Ref about() {
    return Objects.requireNonNull(origin.ref());
  }
}
