package org.allmende.board;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The readers of one board on this node; whoever changes anything here holds the lock. */
final class Room {

  final ReentrantLock lock = new ReentrantLock(true);
  final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
  private long seq;

  /** The number of the last operation told here. */
  long seq() {
    return seq;
  }

  void toldUpTo(long number) {
    seq = number;
  }

  void leave(Reader reader) {
    readers.remove(reader);
    if (readers.isEmpty()) {
      paces.clear();
    }
  }

  Pace pace(BoardAccess person) {
    return paces.computeIfAbsent(person.person().value(), id -> new Pace());
  }
}
