package org.allmende.workshop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.video.Seating;

/**
 * Where people talk at this moment.
 *
 * @param count how many groups are open; 0 when all are in the plenary
 * @param seats the number of everyone's group, or the room of everyone's pair
 * @param rest where those are who sit in no group
 */
record GroupSeats(int count, Map<ParticipantId, Integer> seats, int rest) {

  static GroupSeats plenary() {
    return new GroupSeats(0, Map.of(), Seating.PLENARY);
  }

  static GroupSeats nowhere() {
    return new GroupSeats(0, Map.of(), Seating.NOWHERE);
  }

  /**
   * Most are with all, some in pairs.
   *
   * @param pairs the number of everyone's pair
   */
  static GroupSeats ofPairs(Map<ParticipantId, Integer> pairs) {
    Map<ParticipantId, Integer> seats = new HashMap<>();
    pairs.forEach((participant, number) -> seats.put(participant, Seating.ofPair(number)));
    return new GroupSeats(0, Map.copyOf(seats), Seating.PLENARY);
  }

  static GroupSeats of(Round round) {
    return new GroupSeats(round.plan().groups(), round.seats(), Seating.PLENARY);
  }

  int of(ParticipantId participant) {
    return seats.getOrDefault(participant, rest);
  }

  /** Who shares a pair with the participant; nobody outside of pairs. */
  Set<ParticipantId> partners(ParticipantId participant) {
    int room = of(participant);
    return Seating.isPair(room)
        ? seats.keySet().stream()
            .filter(other -> !other.equals(participant) && of(other) == room)
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** Whoever leads is with those who sit in no group, unless visiting one. */
  int ofLead() {
    return rest;
  }
}
