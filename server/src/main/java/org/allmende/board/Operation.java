package org.allmende.board;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledged operation, as the log has it.
 *
 * @param opId chosen by the client
 * @param target the note it was about, if it was about one
 * @param notes every note it touched
 */
record Operation(
    long seq,
    String opId,
    @Nullable String actor,
    String kind,
    @Nullable String target,
    List<String> notes) {

  /** Kinds that leave dots and replies as they are. */
  private static final Set<String> ON_NOTE_ALONE =
      Set.of(
          "note.create",
          "note.edit",
          "note.hat",
          "note.move",
          "note.stack",
          "note.unstack",
          "note.mark",
          "note.park",
          "note.unpark");

  /** Whether it changed the board itself, so that readers need all of it anew. */
  boolean isOnBoard() {
    return !kind.startsWith("note.") && !kind.equals("dots.set");
  }

  /** Whether somebody who is given its notes and dots as they are since knows all of it. */
  boolean isToldByNotesAndDots() {
    return ON_NOTE_ALONE.contains(kind) || kind.equals("dots.set");
  }

  /** Whether dots on its notes or replies to them may be others than before. */
  boolean isBeyondNotes() {
    return !ON_NOTE_ALONE.contains(kind);
  }
}
