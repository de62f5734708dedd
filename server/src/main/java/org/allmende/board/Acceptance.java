package org.allmende.board;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.allmende.base.id.PersonId;
import org.allmende.base.live.Signals;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one change into the log: holds the board, checks the rights of now, writes effect and log
 * row, counts on. What it returns counts once the transaction has committed; then every node is
 * woken.
 */
@Component
class Acceptance {

  /** Channel on which nodes hear that a board has changed. */
  static final String CHANNEL = "board_changed";

  /** The number the change got, and the note it was about. */
  record Accepted(long seq, @Nullable String target) {}

  private final BoardStore boards;
  private final NoteStore notes;
  private final OperationStore log;
  private final NoteChanges noteChanges;
  private final BoardChanges boardChanges;
  private final Signals signals;

  Acceptance(
      BoardStore boards,
      NoteStore notes,
      OperationStore log,
      NoteChanges noteChanges,
      BoardChanges boardChanges,
      Signals signals) {
    this.boards = boards;
    this.notes = notes;
    this.log = log;
    this.noteChanges = noteChanges;
    this.boardChanges = boardChanges;
    this.signals = signals;
  }

  /** A change by somebody on the board; the same id again answers what it answered first. */
  @Transactional(propagation = Propagation.MANDATORY)
  Accepted accept(BoardId id, BoardAccess by, String opId, Change.OnNote change) {
    Board board = hold(id);
    Operation known = log.find(id, opId).orElse(null);
    if (known != null) {
      if (!by.person().value().equals(known.actor())) {
        throw Problem.conflict("board.refused.op_id");
      }
      return new Accepted(known.seq(), known.target());
    }
    NoteChanges.Effect effect = noteChanges.apply(moment(board), by, change);
    notes.touch(effect.notes(), board.seq() + 1);
    return log(board, opId, by.person(), change, effect.target(), effect.notes());
  }

  /** A change by the owner of the board. */
  @Transactional(propagation = Propagation.MANDATORY)
  Accepted accept(BoardId id, @Nullable PersonId by, String opId, Change.OnBoard change) {
    Board board = hold(id);
    boardChanges.apply(moment(board), change);
    return log(board, opId, by, change, null, List.of());
  }

  private Accepted log(
      Board board,
      String opId,
      @Nullable PersonId by,
      Change change,
      @Nullable String target,
      List<String> touched) {
    String actor = by == null ? null : by.value();
    var operation = new Operation(board.seq() + 1, opId, actor, change.kind(), target, touched);
    log.insert(board.id(), operation, change);
    if (!boards.advance(board)) {
      throw new IllegalStateException("board " + board.id() + " was held and still changed");
    }
    signals.send(CHANNEL, board.id().value());
    return new Accepted(operation.seq(), target);
  }

  private Board hold(BoardId id) {
    return boards.hold(id.value()).orElseThrow(() -> Problem.notFound("board.notFound"));
  }

  private Moment moment(Board board) {
    return Moment.of(board, boards.phases(board.id()), boards.zones(board.id()));
  }

  /**
   * The operation id of a key that counts for this person and this change only; programs choose any
   * text they like.
   */
  static String opId(BoardAccess by, String change, String key) {
    byte[] name = (by.person() + "\n" + change + "\n" + key).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
