package org.allmende.workshop;

import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What somebody wants done in a room; begin with {@link #of} and say about whom or what. */
record NewAct(
    ActKind kind,
    @Nullable ParticipantId participant,
    @Nullable PersonId person,
    @Nullable String note,
    @Nullable String round,
    int number,
    @Nullable String words) {

  static NewAct of(ActKind kind) {
    return new NewAct(kind, null, null, null, null, 0, null);
  }

  NewAct by(ParticipantId other) {
    return new NewAct(kind, other, person, note, round, number, words);
  }

  NewAct by(PersonId other) {
    return new NewAct(kind, participant, other, note, round, number, words);
  }

  NewAct on(String other) {
    return new NewAct(kind, participant, person, other, round, number, words);
  }

  NewAct with(Round other) {
    return new NewAct(kind, participant, person, note, other.id(), number, words);
  }

  NewAct in(int group) {
    return new NewAct(kind, participant, person, note, round, group, words);
  }

  NewAct saying(String other) {
    return new NewAct(kind, participant, person, note, round, number, other);
  }
}
