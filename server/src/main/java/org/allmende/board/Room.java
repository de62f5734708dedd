package org.allmende.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.allmende.base.live.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * A board on this node: its readers, the board in memory, and the changes that wait to be taken.
 * Whoever reads or changes the board or the readers holds the lock.
 */
final class Room {

  /** A change somebody has sent and is waiting to hear of. */
  record Waiting(Reader by, String opId, Change.OnNote change) {}

  /** Changes one person may make at once, and then each second. */
  private static final int BURST = 40;

  private static final int PER_SECOND = 4;

  final ReentrantLock lock = new ReentrantLock(true);
  final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final BoardId board;
  private final Map<String, Allowance> paces = new ConcurrentHashMap<>();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private @Nullable LiveBoard live;

  Room(BoardId board) {
    this.board = board;
  }

  BoardId board() {
    return board;
  }

  /** The board in memory; null until somebody comes, and after a failure. */
  @Nullable LiveBoard live() {
    return live;
  }

  void holds(LiveBoard read) {
    live = read;
  }

  /** What is in memory is not what was written; it is read anew. */
  void forget() {
    live = null;
  }

  /** Whether the log has gone on beyond what is known here. */
  boolean isBehind(long seq) {
    lock.lock();
    try {
      return live == null || live.seq() < seq;
    } finally {
      lock.unlock();
    }
  }

  void leave(Reader reader) {
    readers.remove(reader);
    if (readers.isEmpty()) {
      paces.clear();
    }
  }

  Allowance pace(BoardAccess person) {
    return paces.computeIfAbsent(person.person().value(), id -> new Allowance(BURST, PER_SECOND));
  }

  void add(Waiting change) {
    waiting.add(change);
  }

  /** What waits, oldest first; taken from the queue. */
  List<Waiting> next(int most) {
    List<Waiting> batch = new ArrayList<>();
    for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
      batch.add(one);
      if (batch.size() == most) {
        break;
      }
    }
    return batch;
  }

  /** True for the one who is to write now; that one lets go when done. */
  boolean takePen() {
    return !waiting.isEmpty() && writing.compareAndSet(false, true);
  }

  void putPenDown() {
    writing.set(false);
  }
}
