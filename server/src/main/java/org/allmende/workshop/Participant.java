package org.allmende.workshop;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a workshop.
 *
 * @param number makes the pseudonym „Teilnehmende 14“
 * @param name shown in the room and to facilitators only
 * @param tenant the municipality the person named, null for another one
 * @param department as the person wrote it
 * @param standing how the person stands in the room now
 */
public record Participant(
    ParticipantId id,
    WorkshopId workshop,
    PersonId person,
    int number,
    String name,
    @Nullable TenantId tenant,
    @Nullable String department,
    Instant joinedAt,
    Standing standing) {}
