package org.allmende.board;

import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;

/** What each change of a whole board means; called while the board is held. */
@Component
class BoardChanges {

  private final BoardStore boards;
  private final PlanStore plans;

  BoardChanges(BoardStore boards, PlanStore plans) {
    this.boards = boards;
    this.plans = plans;
  }

  void apply(Moment now, Change.OnBoard change) {
    BoardId board = now.board().id();
    switch (change) {
      case Change.OpenPhase open -> {
        Phase phase =
            boards
                .phase(board, open.key())
                .orElseThrow(() -> Problem.notFound("board.phase.notFound"));
        boards.open(board, phase.key());
      }
      case Change.OpenPhaseAs open -> {
        plans.change(board, open.phase());
        boards.open(board, open.phase().key());
      }
      case Change.Arrange arrange -> plans.arrange(board, arrange.phases());
      case Change.Cover cover -> boards.cover(now.zones(), cover.covered());
      case Change.Lock lock -> boards.lock(board, lock.locked());
      case Change.AllowWriting writing -> boards.writing(board, open(now).key(), writing.writing());
      case Change.AllowDots dots -> boards.dots(board, open(now).key(), dots.each());
    }
  }

  private static Phase open(Moment now) {
    Phase phase = now.phase();
    if (phase == null) {
      throw Problem.conflict("board.refused.closed");
    }
    return phase;
  }
}
