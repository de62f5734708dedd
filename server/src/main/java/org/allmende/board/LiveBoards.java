package org.allmende.board;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads boards into memory, keeps them up with the log, and writes what was changed there. */
@Component
class LiveBoards {

  /** Channel on which nodes hear that a board has changed: a {@link Wake}. */
  static final String CHANNEL = "board_changed";

  /** Reading so many operations one by one is no faster than reading the board anew. */
  static final int STEP = 500;

  private final BoardStore boards;
  private final NoteStore notes;
  private final OperationStore log;
  private final DraftStore drafts;
  private final Doors doors;
  private final Presence presence;
  private final TransactionTemplate oneMoment;

  LiveBoards(
      BoardStore boards,
      NoteStore notes,
      OperationStore log,
      DraftStore drafts,
      Doors doors,
      Presence presence,
      PlatformTransactionManager transactions) {
    this.boards = boards;
    this.notes = notes;
    this.log = log;
    this.drafts = drafts;
    this.doors = doors;
    this.presence = presence;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setReadOnly(true);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** All of the board as it stands at one moment. */
  LiveBoard read(BoardId board) {
    return Optional.ofNullable(
            oneMoment.execute(status -> of(boards.find(board.value()).orElseThrow())))
        .orElseThrow();
  }

  /** All of a board that nobody changes meanwhile, because this transaction holds it. */
  LiveBoard of(Board board) {
    var live = new LiveBoard(moment(board));
    notes.of(board.id()).forEach(live::stored);
    notes.dotsOf(board.id()).forEach(live::stored);
    notes.commentsOf(board.id()).forEach(live::stored);
    return live;
  }

  /** The board as it is open now, without its notes. */
  Moment moment(Board board) {
    return Moment.of(board, boards.phases(board.id()), boards.zones(board.id()), doors::seats);
  }

  /**
   * Goes on to what the log says now.
   *
   * @return the operations it has learned of, oldest first; at most {@link #STEP} at a time
   */
  List<Operation> catchUp(LiveBoard live) {
    List<Operation> fresh = log.after(live.id(), live.seq(), STEP);
    if (!fresh.isEmpty()) {
      notes.find(touched(fresh.stream())).forEach(live::stored);
      Set<String> beyond = touched(fresh.stream().filter(Operation::isBeyondNotes));
      if (!beyond.isEmpty()) {
        beyond.forEach(live::forgetDots);
        notes.dotsOn(beyond).forEach(live::stored);
        beyond.forEach(live::forgetComments);
        notes.commentsOn(beyond).forEach(live::stored);
      }
      if (fresh.stream().anyMatch(Operation::isOnBoard)) {
        live.is(moment(boards.find(live.id().value()).orElseThrow()));
      }
      live.countedTo(fresh.getLast().seq());
    }
    return fresh;
  }

  /**
   * Goes on by what another node has said, without asking the log.
   *
   * @return what it has learned, as {@link #catchUp} does
   */
  static List<Operation> follow(LiveBoard live, Wake.News news) {
    news.notes().forEach(live::stored);
    news.dots().forEach(live::stored);
    live.countedTo(news.operations().getLast().seq());
    return news.operations();
  }

  private static Set<String> touched(Stream<Operation> operations) {
    return operations.flatMap(operation -> operation.notes().stream()).collect(toSet());
  }

  /** Writes the draft of a board that is held; it counts, and wakes the nodes, with the commit. */
  void write(LiveBoard held) {
    if (!held.draft().isEmpty()) {
      if (!drafts.writeAndWake(held, CHANNEL)) {
        throw new IllegalStateException("board " + held.id() + " was held and still changed");
      }
      held.written();
    }
  }

  /**
   * Writes the draft of a board that nobody holds; it counts, and wakes those nodes on which there
   * are readers, too, with the commit.
   *
   * @return false if somebody else has counted on meanwhile; then the draft is discarded
   */
  boolean written(LiveBoard live) {
    boolean written =
        presence.isElsewhere(live.id()) ? drafts.writeAndWake(live, CHANNEL) : drafts.write(live);
    if (written) {
      live.written();
    } else {
      live.discard();
    }
    return written;
  }
}
