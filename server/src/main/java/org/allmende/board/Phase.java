package org.allmende.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a board as it is stored.
 *
 * @param marking whether participants mark effort and risk too
 * @param endsAt until when a note comes in time, null without a clock
 * @param done whether it was closed once
 */
record Phase(
    String key,
    String title,
    String task,
    Hat hat,
    boolean writing,
    Hands writers,
    Hands movers,
    int dots,
    boolean totals,
    List<String> shows,
    GroupWork groups,
    boolean marking,
    @Nullable Instant endsAt,
    boolean done) {

  /** Whether a note written then comes after its time. */
  boolean isLate(Instant at) {
    return done || (endsAt != null && at.isAfter(endsAt));
  }
}
