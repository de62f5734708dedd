package org.allmende.video;

import java.util.Map;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where people belong in a gathering at one moment.
 *
 * @param seats of those who may be there; who is missing has to leave
 * @param groups how many groups are open, counted from 1; 0 when all are in the plenary
 * @param outside the rooms whose people talk somewhere else, and not on the page
 */
public record Seating(Map<PersonId, Seat> seats, int groups, Set<Integer> outside) {

  /** The room of all. */
  public static final int PLENARY = 0;

  /** No room at all, because nobody is to talk at the moment. */
  public static final int NOWHERE = -1;

  /**
   * Somebody's own place.
   *
   * @param group {@link #PLENARY}, the number of a group, or {@link #NOWHERE}
   */
  public record Seat(int group, Freedom freedom) {}

  /** Whether somebody may go elsewhere. */
  public enum Freedom {
    STAYS,
    /** Leads, and may visit every group. */
    VISITS
  }

  /** Where somebody is who would like to visit a group; null for whoever has to leave. */
  @Nullable Integer place(PersonId person, @Nullable Integer visiting) {
    Seat seat = seats.get(person);
    if (seat == null) {
      return null;
    }
    boolean free = seat.freedom() == Freedom.VISITS && seat.group() != NOWHERE;
    int place =
        free && visiting != null && visiting >= PLENARY && visiting <= groups
            ? visiting
            : seat.group();
    return outside.contains(place) ? NOWHERE : place;
  }
}
