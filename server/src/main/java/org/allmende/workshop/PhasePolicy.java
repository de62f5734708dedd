package org.allmende.workshop;

import org.allmende.board.Hands;

/**
 * What opening a phase does to board, video and groups.
 *
 * @param writers who writes notes
 * @param movers who orders them
 * @param covered whether others' notes and dots are covered until they are revealed
 */
public record PhasePolicy(
    Writers writers, Hands movers, boolean covered, VideoMode video, GroupMode groups) {

  /** What is usual in phases of the kind. */
  static PhasePolicy usual(PhaseKind kind) {
    return kind == PhaseKind.COLLECT
        ? new PhasePolicy(Writers.ALL, Hands.ALL, false, VideoMode.PLENARY, GroupMode.NONE)
        : new PhasePolicy(
            Writers.NOBODY,
            Hands.LEAD,
            false,
            kind == PhaseKind.BREAK ? VideoMode.OFF : VideoMode.PLENARY,
            GroupMode.NONE);
  }
}
