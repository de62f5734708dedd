package org.allmende.video;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

  /** Rooms of pairs are counted from here; there are never so many groups. */
  private static final int PAIRS = 10_000;

  /** The room of a pair, which nobody visits. */
  public static int ofPair(int number) {
    return PAIRS + number;
  }

  public static boolean isPair(int room) {
    return room > PAIRS;
  }

  /**
   * Somebody's own place.
   *
   * @param group {@link #PLENARY}, the number of a group, {@link #ofPair} or {@link #NOWHERE}
   * @param with the names of those a pair's room is kept for besides; nobody's in all other rooms
   */
  public record Seat(int group, Freedom freedom, List<String> with) {

    public Seat(int group, Freedom freedom) {
      this(group, freedom, List.of());
    }
  }

  /** Whether somebody may go elsewhere. */
  public enum Freedom {
    STAYS,
    /** Leads, and may visit every group. */
    VISITS
  }

  /** For whom besides the person the room is kept. */
  List<String> with(PersonId person) {
    Seat seat = seats.get(person);
    return seat == null ? List.of() : seat.with();
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

  /** The groups besides that room into which somebody may speak; none for who does not lead. */
  List<Integer> voices(PersonId person, int room) {
    Seat seat = seats.get(person);
    if (seat == null || seat.freedom() != Freedom.VISITS || seat.group() == NOWHERE) {
      return List.of();
    }
    return IntStream.rangeClosed(1, groups)
        .filter(group -> group != room && !outside.contains(group))
        .boxed()
        .toList();
  }
}
