package org.allmende.board;

import org.allmende.base.live.Outbox;

/** One open socket on a board: who reads there, and up to which number it has been told. */
final class Reader {

  private final Doors.Caller caller;
  private final Outbox outbox;
  private BoardAccess access;
  private long seq;

  Reader(Doors.Caller caller, Outbox outbox, BoardAccess access) {
    this.caller = caller;
    this.outbox = outbox;
    this.access = access;
  }

  Doors.Caller caller() {
    return caller;
  }

  Outbox outbox() {
    return outbox;
  }

  BoardAccess access() {
    return access;
  }

  void is(BoardAccess now) {
    access = now;
  }

  long seq() {
    return seq;
  }

  void toldUpTo(long number) {
    seq = number;
  }
}
