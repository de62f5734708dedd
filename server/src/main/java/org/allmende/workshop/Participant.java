package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
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
 * @param device who sits at the device this place is kept in
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
    SharedDevice device,
    Standing standing) {

  /** How many people these are. */
  public int people() {
    return device.people();
  }

  /** How many people all of them are. */
  static int count(List<Participant> participants) {
    return participants.stream().mapToInt(Participant::people).sum();
  }
}
