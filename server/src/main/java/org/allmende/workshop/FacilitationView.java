package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is being done in a room, as one reader sees it.
 *
 * @param rehearsal the rehearsal going on, null when none is
 * @param hands who wants to speak, in the order of raising; to participants only the own one
 * @param calls which groups ask for help; to participants only the own one
 * @param announcement what is said to all, null when nothing is
 * @param spotlight the note all look at, null when there is none
 * @param groups the going into groups that holds, null while all are together
 * @param until when the groups are called back, null while they are not
 * @param sizes how many are in each group, those who lead included
 * @param place the number of the reader's group, 0 with all
 * @param formed whether there are groups to go back to
 * @param muted whether the reader reads only
 * @param mutes what mutes somebody, by who it is
 * @param removals what keeps somebody out, by who it is
 */
record FacilitationView(
    @Nullable String rehearsal,
    List<Raised> hands,
    List<Called> calls,
    @Nullable Said announcement,
    @Nullable Shown spotlight,
    @Nullable String groups,
    @Nullable Instant until,
    List<Integer> sizes,
    int place,
    boolean formed,
    boolean muted,
    Map<ParticipantId, String> mutes,
    Map<ParticipantId, String> removals) {

  /** Somebody who wants to speak; {@code number} counts the order. */
  record Raised(String id, String name, int number, boolean own) {}

  /** A group that asks the facilitator to come. */
  record Called(String id, int group) {}

  /** Words to all. */
  record Said(String id, String words, Instant at) {}

  /** A note all look at. */
  record Shown(String id, String words, String zone) {}

  @Nullable Raised ownHand() {
    return hands.stream().filter(Raised::own).findFirst().orElse(null);
  }
}
