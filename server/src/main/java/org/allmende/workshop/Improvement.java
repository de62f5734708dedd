package org.allmende.workshop;

import org.jspecify.annotations.Nullable;

/**
 * Something that is done otherwise next time; everybody may read it.
 *
 * @param workshop the one it was learned from
 * @param feedback what somebody said that led to it, null when nobody had to
 */
public record Improvement(
    String id,
    WorkshopId workshop,
    @Nullable String feedback,
    String sentence,
    ImprovementState state) {

  Improvement in(ImprovementState other) {
    return new Improvement(id, workshop, feedback, sentence, other);
  }
}
