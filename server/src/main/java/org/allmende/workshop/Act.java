package org.allmende.workshop;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in a room and holds until it is ended.
 *
 * @param participant who raises the hand, is muted or removed
 * @param person who leads too, or visits a group
 * @param note the note all look at
 * @param round the groups people are in
 * @param number of the group that asks or is visited, else 0
 * @param words what is said to all
 * @param endedAt lies ahead while groups are being called back; null while nothing ended it
 */
record Act(
    String id,
    WorkshopId workshop,
    ActKind kind,
    @Nullable ParticipantId participant,
    @Nullable PersonId person,
    @Nullable String note,
    @Nullable String round,
    int number,
    @Nullable String words,
    Instant at,
    @Nullable PersonId by,
    @Nullable Instant endedAt) {

  boolean is(ActKind other) {
    return kind == other;
  }

  /** Whether it is still in force at that moment. */
  boolean holdsAt(Instant now) {
    return endedAt == null || endedAt.isAfter(now);
  }
}
