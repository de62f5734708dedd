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
      List<Operation> written = new ArrayList<>();
      List<Answer> answers =
          Optional.ofNullable(transaction.execute(status -> take(room, batch, written)))
              .orElseThrow();
      answers.forEach(this::answer);
      LiveBoard board = room.live();
      if (board != null) {
        herald.tell(board, room.readers, written);
      }
    } catch (RuntimeException e) {
      room.forget();
      throw e;
    } finally {
      room.lock.unlock();
    }
  }

  private List<Answer> take(Room room, List<Room.Waiting> batch, List<Operation> written) {
    Board held = acceptance.hold(room.board());
    LiveBoard board = rooms.upTo(held, room);
    Map<String, Operation> known =
        acceptance.known(room.board(), batch.stream().map(Room.Waiting::opId).toList());
    Map<Reader, BoardAccess> rights = new HashMap<>();
    List<Answer> answers =
        batch.stream().map(change -> take(board, known, rights, change)).toList();
    board.draft().entries().forEach(entry -> written.add(entry.operation()));
    live.write(board);
    return answers;
  }

  /**
   * One change of the batch.
   *
   * @param rights what was found out for this batch about those who change
   */
  private Answer take(
      LiveBoard board,
      Map<String, Operation> known,
      Map<Reader, BoardAccess> rights,
      Room.Waiting change) {
    try {
      BoardAccess by =
          rights.computeIfAbsent(
              change.by(), reader -> doors.enter(board.now().board(), reader.caller()));
      Acceptance.Accepted accepted =
          acceptance.take(board, known, by, change.opId(), change.change());
      return new Answer(change, accepted, null);
    } catch (Problem refusal) {
      return new Answer(change, null, refusal);
    }
  }

  private void answer(Answer answer) {
    Room.Waiting change = answer.change();
    if (answer.accepted() != null) {
      herald.acknowledge(change.by(), change.opId(), answer.accepted());
    } else if (answer.refusal() != null) {
      herald.refuse(change.by(), change.opId(), answer.refusal());
    }
  }

  @Override
  public void destroy() {
    hands.forEach(ExecutorService::close);
  }
}
