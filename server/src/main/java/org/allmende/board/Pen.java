package org.allmende.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.socket.CloseStatus;

/**
 * Writes what comes over the sockets: for each board one at a time, and all that waits meanwhile in
 * one transaction, so that many share one commit. Only what has committed is acknowledged and told.
 */
@Component
class Pen implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Pen.class);
  private static final int BATCH = 64;

  /** Boards never take more connections to the database. */
  private static final int BOARDS_AT_ONCE = 4;

  /** What became of a change: accepted, or the reason why not. */
  private record Answer(
      Room.Waiting change, Acceptance.@Nullable Accepted accepted, @Nullable Problem refusal) {}

  /** What became of a batch, and what is new in the log by it. */
  private record Taken(List<Answer> answers, List<Operation> operations) {}

  private final Acceptance acceptance;
  private final LiveBoards live;
  private final Rooms rooms;
  private final Herald herald;
  private final Doors doors;
  private final TransactionTemplate transaction;

  /**
   * Platform threads, which wake up faster when the database answers; a board stays with one of
   * them, and so with a connection that knows the statements.
   */
  private final List<ExecutorService> hands =
      IntStream.range(0, BOARDS_AT_ONCE).mapToObj(Pen::hand).toList();

  Pen(
      Acceptance acceptance,
      LiveBoards live,
      Rooms rooms,
      Herald herald,
      Doors doors,
      TransactionTemplate transaction) {
    this.acceptance = acceptance;
    this.live = live;
    this.rooms = rooms;
    this.herald = herald;
    this.doors = doors;
    this.transaction = transaction;
  }

  /**
   * Takes the change as soon as those before it are written; the reader is told what became of it.
   */
  void take(Room room, Room.Waiting change) {
    room.add(change);
    goOn(room);
  }

  private static ExecutorService hand(int number) {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("board-" + number).factory());
  }

  private void goOn(Room room) {
    if (room.takePen()) {
      hands
          .get(Math.floorMod(room.board().hashCode(), BOARDS_AT_ONCE))
          .execute(() -> {
            try {
              write(room, room.next(BATCH));
            } finally {
              room.putPenDown();
              goOn(room);
            }
          });
    }
  }

  private void write(Room room, List<Room.Waiting> batch) {
    try {
      writeTogether(room, batch);
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        // One of them may have been the reason; the others need not suffer for it.
        batch.forEach(one -> write(room, List.of(one)));
      } else {
        // Nothing was acknowledged; the browser comes back and sends it again.
        log.error("board {} failed", room.board(), e);
        batch.forEach(one -> one.by().outbox().close(CloseStatus.SERVER_ERROR));
      }
    }
  }

  private void writeTogether(Room room, List<Room.Waiting> batch) {
    room.lock.lock();
    try {
      Taken taken = takeAhead(room, batch).orElseGet(() -> takeOnHold(room, batch));
      LiveBoard board = room.live();
      if (board != null) {
        herald.tell(board, room.readers, taken.operations());
      }
      taken.answers().forEach(this::answer);
    } catch (RuntimeException e) {
      room.forget();
      throw e;
    } finally {
      room.lock.unlock();
    }
  }

  /**
   * With one way to the database; empty if others have changed the board, and nothing is taken.
   * That shows when it is written: if nothing is to be written, because all was refused, the board
   * must be held to be sure.
   */
  private Optional<Taken> takeAhead(Room room, List<Room.Waiting> batch) {
    LiveBoard board = rooms.known(room);
    List<String> perhapsRepeated =
        batch.stream().filter(change -> change.by().mayRepeat()).map(Room.Waiting::opId).toList();
    Map<String, Operation> known =
        perhapsRepeated.isEmpty()
            ? new HashMap<>()
            : acceptance.known(room.board(), perhapsRepeated);
    Taken taken = take(room, board, known, batch);
    try {
      return !taken.operations().isEmpty() && live.written(board)
          ? Optional.of(taken)
          : Optional.empty();
    } catch (DuplicateKeyException e) {
      // Somebody repeats after all; the log is asked which of them.
      board.discard();
      return Optional.empty();
    }
  }

  /** With the board held, and up to what others did. */
  private Taken takeOnHold(Room room, List<Room.Waiting> batch) {
    return Optional.ofNullable(
            transaction.execute(status -> {
              LiveBoard board = rooms.upTo(acceptance.hold(room.board()), room);
              List<String> all = batch.stream().map(Room.Waiting::opId).toList();
              Taken taken = take(room, board, acceptance.known(room.board(), all), batch);
              live.write(board);
              return taken;
            }))
        .orElseThrow();
  }

  private Taken take(
      Room room, LiveBoard board, Map<String, Operation> known, List<Room.Waiting> batch) {
    Map<Reader, BoardAccess> rights = new HashMap<>();
    List<Answer> answers = new ArrayList<>();
    for (Room.Waiting change : batch) {
      try {
        BoardAccess by = rights.computeIfAbsent(change.by(), reader -> access(room, board, reader));
        Acceptance.Accepted accepted =
            acceptance.take(board, known, by, change.opId(), change.change());
        answers.add(new Answer(change, accepted, null));
      } catch (Problem refusal) {
        answers.add(new Answer(change, null, refusal));
      }
    }
    List<Operation> fresh =
        board.draft().entries().stream().map(LiveBoard.Entry::operation).toList();
    return new Taken(answers, fresh);
  }

  /**
   * Who that is now. What a token is good for was said when the board last changed; whoever is
   * logged in may have lost a role without that.
   */
  private BoardAccess access(Room room, LiveBoard board, Reader reader) {
    return room.readers.contains(reader) && !reader.caller().isLoggedIn()
        ? reader.access()
        : doors.enter(board.now().board(), reader.caller());
  }

  private void answer(Answer answer) {
    Room.Waiting change = answer.change();
    if (answer.accepted() != null) {
      herald.acknowledge(change.by(), change.opId(), answer.accepted());
      change.by().acknowledged(answer.accepted().seq());
    } else if (answer.refusal() != null) {
      herald.refuse(change.by(), change.opId(), answer.refusal());
    }
  }

  @Override
  public void destroy() {
    hands.forEach(ExecutorService::close);
  }
}
