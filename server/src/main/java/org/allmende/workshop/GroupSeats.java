package org.allmende.workshop;

import java.util.Map;
import org.allmende.video.Seating;

/**
 * Where people talk at this moment.
 *
 * @param count how many groups are open; 0 when all are in the plenary
 * @param seats the number of everyone's group
 * @param rest where those are who sit in no group
 */
record GroupSeats(int count, Map<ParticipantId, Integer> seats, int rest) {

  static GroupSeats plenary() {
    return new GroupSeats(0, Map.of(), Seating.PLENARY);
  }

  static GroupSeats nowhere() {
    return new GroupSeats(0, Map.of(), Seating.NOWHERE);
  }

  static GroupSeats of(Round round) {
    return new GroupSeats(round.plan().groups(), round.seats(), Seating.PLENARY);
  }

  int of(ParticipantId participant) {
    return seats.getOrDefault(participant, rest);
  }

  /** Whoever leads is with those who sit in no group, unless visiting one. */
  int ofLead() {
    return rest;
  }
}
