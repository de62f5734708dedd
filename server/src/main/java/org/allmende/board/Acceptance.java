package org.allmende.board;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes changes into the log: on a board that is held, with the rights of now, effect and log row
 * in one transaction. What it returns counts once that has committed; then every node is woken.
 * Changes that come over the socket are taken many at once by {@link Pen}, by the same rules.
 */
@Component
class Acceptance {

  /** The number the change got, and the note it was about. */
  record Accepted(long seq, @Nullable String target) {}

  private final BoardStore boards;
  private final OperationStore log;
  private final LiveBoards live;
  private final BoardChanges boardChanges;
  private final Undoing undoing;
  private final Clock clock;

  Acceptance(
      BoardStore boards,
      OperationStore log,
      LiveBoards live,
      BoardChanges boardChanges,
      Undoing undoing,
      Clock clock) {
    this.boards = boards;
    this.log = log;
    this.live = live;
    this.boardChanges = boardChanges;
    this.undoing = undoing;
    this.clock = clock;
  }

  /** A change by somebody on the board; the same id again answers what it answered first. */
  @Transactional(propagation = Propagation.MANDATORY)
  Accepted accept(BoardId id, BoardAccess by, String opId, Change.OnNote change) {
    LiveBoard board = live.of(hold(id));
    Accepted accepted = take(board, known(id, List.of(opId)), by, opId, change);
    live.write(board);
    return accepted;
  }

  /** A change by the owner of the board. */
  @Transactional(propagation = Propagation.MANDATORY)
  void accept(BoardId id, @Nullable PersonId by, String opId, Change.OnBoard change) {
    LiveBoard board = live.of(hold(id));
    boardChanges.apply(board.now(), change);
    String actor = by == null ? null : by.value();
    var operation = new Operation(board.seq() + 1, opId, actor, change.kind(), null, List.of());
    board.put(new LiveBoard.Entry(operation, change, List.of()));
    live.write(board);
  }

  /** Takes all notes away and closes the open phase; the log says which notes that were. */
  @Transactional(propagation = Propagation.MANDATORY)
  void clear(BoardId id, @Nullable PersonId by) {
    LiveBoard board = live.of(hold(id));
    var change = new Change.Clear();
    boardChanges.apply(board.now(), change);
    List<Note> there = board.in(boards.zones(id).stream().map(Zone::id).toList());
    there.forEach(note -> board.put(note.removed()));
    String actor = by == null ? null : by.value();
    List<String> notes = there.stream().map(Note::id).toList();
    var operation = new Operation(board.seq() + 1, Ids.next(), actor, change.kind(), null, notes);
    board.put(new LiveBoard.Entry(operation, change, List.of()));
    live.write(board);
  }

  /** Lays notes of another board parked into a zone; their ids in the same order. */
  @Transactional(propagation = Propagation.MANDATORY)
  List<String> bring(BoardId id, String zone, List<BroughtNote> notes, @Nullable PersonId by) {
    LiveBoard board = live.of(hold(id));
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long seq = board.seq() + 1;
    List<String> brought = new ArrayList<>();
    for (BroughtNote note : notes) {
      String rank = Rank.between(board.rankBefore(zone, null), null);
      PersonId author = note.author();
      var here =
          new Note(
              Ids.next(),
              id.value(),
              zone,
              rank,
              note.text(),
              note.hat(),
              author == null ? null : author.value(),
              null,
              1,
              seq,
              0,
              false,
              NoteMarks.NONE.parkedAs(new NoteMarks.Parked(by, at)));
      board.put(here);
      board.put(new Comment(Ids.next(), here.id(), null, note.origin(), seq));
      brought.add(here.id());
    }
    var change = new Change.Bring();
    String actor = by == null ? null : by.value();
    var operation = new Operation(seq, Ids.next(), actor, change.kind(), null, brought);
    board.put(new LiveBoard.Entry(operation, change, List.of()));
    live.write(board);
    return brought;
  }

  /** Says in the log of a board that is held that the words of a note have changed past it. */
  void reworded(Board held, NoteId note) {
    LiveBoard board = live.of(held);
    var change = new Change.Reword(note.value());
    var operation =
        new Operation(
            board.seq() + 1,
            Ids.next(),
            null,
            change.kind(),
            change.note(),
            List.of(change.note()));
    board.put(new LiveBoard.Entry(operation, change, List.of()));
    live.write(board);
  }

  /** Says in the log of a board that is held that these notes have lost what was a person's. */
  void disowned(Board held, List<String> notes) {
    LiveBoard board = live.of(held);
    var change = new Change.Disown();
    var operation = new Operation(board.seq() + 1, Ids.next(), null, change.kind(), null, notes);
    board.put(new LiveBoard.Entry(operation, change, List.of()));
    live.write(board);
  }

  /**
   * Takes one change on a board that is held, to be written with its draft.
   *
   * @param known what the log and the draft hold already, by operation id; the change is added
   * @throws Problem with a sentence if it is refused; the board is then as before
   */
  Accepted take(
      LiveBoard board,
      Map<String, Operation> known,
      BoardAccess by,
      String opId,
      Change.OnNote change) {
    Operation before = known.get(opId);
    if (before != null) {
      if (!by.person().value().equals(before.actor())) {
        throw Problem.conflict("board.refused.op_id");
      }
      return new Accepted(before.seq(), before.target());
    }
    Change.OnNote wanted = change instanceof Change.Undo ? undoing.last(board, by) : change;
    NoteChanges.Effect effect = new NoteChanges(board, by, clock.instant()).apply(wanted);
    var operation =
        new Operation(
            board.seq() + 1,
            opId,
            by.person().value(),
            wanted.kind(),
            effect.target(),
            effect.notes());
    board.put(new LiveBoard.Entry(operation, wanted, effect.undo()));
    known.put(opId, operation);
    return new Accepted(operation.seq(), operation.target());
  }

  /** What the log holds of these operation ids. */
  Map<String, Operation> known(BoardId board, Collection<String> opIds) {
    Map<String, Operation> known = new HashMap<>();
    log.find(board, opIds).forEach(operation -> known.put(operation.opId(), operation));
    return known;
  }

  /** The board, held until the transaction ends. */
  Board hold(BoardId id) {
    return boards.hold(id.value()).orElseThrow(() -> Problem.notFound("board.notFound"));
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
