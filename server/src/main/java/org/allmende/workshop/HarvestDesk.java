package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.TenantId;
import org.allmende.board.BoardNote;
import org.allmende.catalog.TopicSuggestion;
import org.allmende.search.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * The harvest desk with one note on it.
 *
 * @param open the notes nobody has looked at, those with most dots first
 * @param done the notes that became something
 * @param counts how many became what
 * @param sheet the note on the desk, null when none is open
 */
record HarvestDesk(
    Workshop workshop,
    List<BoardNote> open,
    List<Done> done,
    Map<HarvestKind, Integer> counts,
    @Nullable Sheet sheet) {

  /** A note that became something. */
  record Done(BoardNote note, Harvest harvest) {}

  /**
   * The note on the desk.
   *
   * @param comments the replies to it, oldest first
   * @param author its author's pseudonym
   * @param from the name of the municipality the author named, empty for none
   * @param owner whom it would belong to
   * @param topics what it could be about, each with its reason
   * @param same other open notes that may mean the same
   * @param existing wishes and data that may already answer it
   */
  record Sheet(
      BoardNote note,
      List<String> comments,
      String author,
      String from,
      TenantId owner,
      List<TopicSuggestion> topics,
      List<Same> same,
      List<Likeness> existing) {}

  /** Another note that may mean the same, and why. */
  record Same(BoardNote note, Message reason) {}

  int total() {
    return open.size() + done.size();
  }

  int count(HarvestKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** How many stay in the workshop. */
  int others() {
    return done.size() - count(HarvestKind.WISH) - count(HarvestKind.POTENTIAL);
  }
}
