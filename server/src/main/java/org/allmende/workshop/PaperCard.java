package org.allmende.workshop;

import org.allmende.board.Effort;
import org.allmende.board.Hat;
import org.allmende.board.NewNote;
import org.allmende.board.Risk;
import org.allmende.board.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A card somebody wrote on paper.
 *
 * @param zone null for the first one of the open phase
 * @param hat null for that of the open phase
 */
record PaperCard(
    String text,
    @Nullable ZoneId zone,
    @Nullable Hat hat,
    @Nullable Effort effort,
    @Nullable Risk risk) {

  NewNote note() {
    return new NewNote(text, zone, hat);
  }

  boolean isMarked() {
    return effort != null || risk != null;
  }
}
