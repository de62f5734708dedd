package org.allmende.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.workshop.grouping.Grouping;
import org.jspecify.annotations.Nullable;

/**
 * Groups formed for a part of the workshop.
 *
 * @param number counted from 1 in the workshop
 * @param releasedAt since when the participants see it, null before
 * @param seats the number of everyone's group, counted from 1
 */
record Round(
    String id,
    WorkshopId workshop,
    int number,
    GroupPlan plan,
    int version,
    Instant formedAt,
    @Nullable Instant releasedAt,
    Map<ParticipantId, Integer> seats) {

  boolean isReleased() {
    return releasedAt != null;
  }

  Optional<Integer> groupOf(ParticipantId participant) {
    return Optional.ofNullable(seats.get(participant));
  }

  Grouping grouping() {
    List<List<String>> groups = new ArrayList<>();
    for (int i = 1; i <= plan.groups(); i++) {
      int group = i;
      groups.add(
          seats.entrySet().stream()
              .filter(seat -> seat.getValue() == group)
              .map(seat -> seat.getKey().value())
              .sorted()
              .toList());
    }
    return new Grouping(groups);
  }
}
