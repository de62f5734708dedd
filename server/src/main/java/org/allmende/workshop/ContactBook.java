package org.allmende.workshop;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contact cards as one participant may see them.
 *
 * @param own null while there is none
 * @param others everybody else in the workshop
 */
record ContactBook(@Nullable ContactCard own, List<Other> others) {

  /**
   * Somebody else.
   *
   * @param offered whether the reader offered the own card
   * @param offers whether the other one did
   * @param card null unless both did
   */
  record Other(
      ParticipantId id, String name, boolean offered, boolean offers, @Nullable ContactCard card) {

    boolean isExchanged() {
      return card != null;
    }
  }

  List<Other> exchanged() {
    return others.stream().filter(Other::isExchanged).toList();
  }

  /** Those it is not exchanged with; first who waits for the reader. */
  List<Other> open() {
    return others.stream()
        .filter(other -> !other.isExchanged())
        .sorted(Comparator.comparing(Other::offers).reversed())
        .toList();
  }
}
