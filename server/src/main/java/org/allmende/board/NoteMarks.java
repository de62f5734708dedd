package org.allmende.board;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a note beside its words.
 *
 * @param group the group it was written in, counted from 1; null for everybody's
 * @param late whether it was written after the time of its phase was up
 * @param effort null while nobody said
 * @param risk null where nobody sees one
 * @param parked null unless it is parked
 */
public record NoteMarks(
    @Nullable Integer group,
    boolean late,
    @Nullable Effort effort,
    @Nullable Risk risk,
    @Nullable Parked parked) {

  static final NoteMarks NONE = new NoteMarks(null, false, null, null, null);

  /**
   * Put aside for later.
   *
   * @param by null once the person was erased
   */
  public record Parked(@Nullable PersonId by, Instant at) {}

  /** Whether anything is to be read of it, beside that it is parked. */
  public boolean areShown() {
    return group != null || late || effort != null || risk != null;
  }

  static NoteMarks fresh(@Nullable Integer group, boolean late) {
    return new NoteMarks(group, late, null, null, null);
  }

  NoteMarks judged(@Nullable Effort other, @Nullable Risk otherRisk) {
    return new NoteMarks(group, late, other, otherRisk, parked);
  }

  NoteMarks parkedAs(@Nullable Parked other) {
    return new NoteMarks(group, late, effort, risk, other);
  }
}
