package org.allmende.workshop;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know from all in a workshop.
 *
 * @param author who is told of the answer; null once forgotten
 * @param name shown in the room, null when asked without
 * @param supports how many others want to know it too
 * @param calledAt since when it is being answered aloud, null while it is not
 * @param answeredAt null as long as nobody answered
 * @param answer null when it was answered aloud and not written down
 * @param removedAt when it was taken off the list, null while it is on it
 * @param removal the reason for that
 */
record Question(
    QuestionId id,
    WorkshopId workshop,
    @Nullable PersonId author,
    @Nullable String name,
    String text,
    Instant at,
    int supports,
    @Nullable Instant calledAt,
    @Nullable Instant answeredAt,
    @Nullable String answer,
    @Nullable Instant removedAt,
    @Nullable String removal) {

  /** The word for questions in references. */
  static final String KIND = "question";

  QuestionState state() {
    if (removedAt != null) {
      return QuestionState.REMOVED;
    }
    if (answeredAt != null) {
      return QuestionState.ANSWERED;
    }
    return calledAt == null ? QuestionState.OPEN : QuestionState.CALLED;
  }

  boolean isBy(PersonId person) {
    return person.equals(author);
  }
}
