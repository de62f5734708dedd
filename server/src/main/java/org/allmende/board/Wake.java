package org.allmende.board;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all nodes hear when a board has changed: the number it has reached and, where that is short
 * and all there is to know, what is new, so that nobody needs to ask the database for it.
 *
 * @param news JSON of {@link News}, null where the log must be asked
 */
record Wake(String board, long seq, @Nullable String news) {

  /** PostgreSQL carries less than 8,000 bytes. */
  private static final int LIMIT = 7_900;

  /** The operations, and notes and dots as they are since the last of them. */
  record News(List<Operation> operations, Collection<Note> notes, Collection<Dots> dots) {

    boolean follows(LiveBoard board) {
      return operations.getFirst().seq() == board.seq() + 1;
    }
  }

  /** What is to be said of the draft of a board, once it is written. */
  static Wake of(LiveBoard board, JsonMapper json) {
    LiveBoard.Draft draft = board.draft();
    List<Operation> operations = draft.entries().stream().map(LiveBoard.Entry::operation).toList();
    String news =
        operations.stream().allMatch(Operation::isToldByNotesAndDots)
            ? json.writeValueAsString(new News(operations, draft.notes(), draft.dots()))
            : null;
    boolean fits = news != null && news.getBytes(StandardCharsets.UTF_8).length < LIMIT;
    return new Wake(board.id().value(), board.seq(), fits ? news : null);
  }

  static Wake read(String text) {
    String[] parts = text.split(" ", 3);
    return new Wake(parts[0], Long.parseLong(parts[1]), parts.length > 2 ? parts[2] : null);
  }

  @Override
  public String toString() {
    return news == null ? board + " " + seq : board + " " + seq + " " + news;
  }
}
