package org.allmende.workshop;

import java.util.List;

/**
 * A question with a few answers, asked between two bites of a talk.
 *
 * @param counts how many chose each answer; empty until it is closed
 * @param given how many have answered so far, for those who lead; 0 for others while it is open
 */
record Vote(
    String id,
    PhaseId phase,
    String question,
    List<String> answers,
    List<Integer> counts,
    int given,
    VoteState state) {

  boolean isOpen() {
    return state == VoteState.OPEN;
  }

  boolean isClosed() {
    return state == VoteState.CLOSED;
  }

  /** How many answered, once it is closed. */
  int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of an answer in whole percent. */
  int share(int answer) {
    return total() == 0 ? 0 : Math.round(100f * counts.get(answer) / total());
  }

  /** It without what participants do not see before it is closed. */
  Vote unread() {
    return new Vote(id, phase, question, answers, counts, 0, state);
  }
}
