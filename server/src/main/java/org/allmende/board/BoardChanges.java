package org.allmende.board;

import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;

/** What each change of a whole board means; called while the board is held. */
@Component
class BoardChanges {

  private final BoardStore boards;
  private final PlanStore plans;
  private final Doors doors;

  BoardChanges(BoardStore boards, PlanStore plans, Doors doors) {
    this.boards = boards;
    this.plans = plans;
    this.doors = doors;
  }

  void apply(Moment now, Change.OnBoard change) {
    BoardId board = now.board().id();
    switch (change) {
      case Change.OpenPhase open -> {
        Phase phase =
            boards
                .phase(board, open.key())
                .orElseThrow(() -> Problem.notFound("board.phase.notFound"));
        boards.open(board, phase.key(), null);
      }
      case Change.OpenPhaseAs open -> {
        plans.change(board, open.phase());
        boards.open(board, open.phase().key(), open.endsAt());
      }
      case Change.Arrange arrange -> plans.arrange(board, arrange.phases());
      case Change.Clear _ -> boards.rewind(board);
      case Change.Recheck _, Change.Bring _ -> {}
      case Change.Cover cover -> boards.cover(now.zones(), cover.covered());
      case Change.ShowTotals show -> boards.totals(board, open(now).key(), show.totals());
      case Change.Lock lock -> boards.lock(board, lock.locked());
      case Change.AllowWriting writing -> boards.writing(board, open(now).key(), writing.writing());
      case Change.EndAt end -> boards.endAt(board, open(now).key(), end.endsAt());
      case Change.WorkAs work -> workAs(now.board(), open(now), work.groups());
      case Change.AllowMarks marks -> boards.marking(board, open(now).key(), marks.marking());
      case Change.AllowDots dots -> boards.dots(board, open(now).key(), dots.each());
    }
  }

  private void workAs(Board board, Phase phase, GroupWork groups) {
    if (groups == GroupWork.APART) {
      int most = doors.seats(board).values().stream().mapToInt(Integer::intValue).max().orElse(0);
      if (most == 0) {
        throw Problem.conflict("board.refused.no_groups");
      }
      boards.divide(board.id(), phase.key(), most);
    }
    boards.groups(board.id(), phase.key(), groups);
  }

  private static Phase open(Moment now) {
    Phase phase = now.phase();
    if (phase == null) {
      throw Problem.conflict("board.refused.closed");
    }
    return phase;
  }
}
