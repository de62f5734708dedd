package org.allmende.board;

import java.util.List;
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

  /** Whether it changed the board itself, so that readers need all of it anew. */
  boolean isOnBoard() {
    return !kind.startsWith("note.") && !kind.equals("dots.set");
  }
}
