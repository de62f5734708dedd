package org.allmende.board;

import java.time.Instant;
import org.allmende.base.live.Outbox;

/** One open socket on a board: who reads there, and up to which number it has been told. */
final class Reader {

  /** How many notes at once are told. */
  enum Reading {
    /** As columns, compressed. */
    PACKED,
    PLAIN
  }

  private final Doors.Caller caller;
  private final Outbox outbox;
  private final Reading reading;
  private BoardAccess access;
  private long seq;
  private boolean isNew = true;

  /** The number of the board when the reader came. */
  private final long cameAt;

  private boolean mayRepeat = true;

  /** Until when the reader counts as writing unless it says so again. */
  private volatile Instant writingUntil = Instant.MIN;

  Reader(Doors.Caller caller, Outbox outbox, Reading reading, BoardAccess access, long cameAt) {
    this.caller = caller;
    this.outbox = outbox;
    this.reading = reading;
    this.access = access;
    this.cameAt = cameAt;
  }

  Doors.Caller caller() {
    return caller;
  }

  Outbox outbox() {
    return outbox;
  }

  Reading reading() {
    return reading;
  }

  BoardAccess access() {
    return access;
  }

  void is(BoardAccess now) {
    access = now;
  }

  /** Whether nobody has told it yet who is here. */
  boolean isNew() {
    return isNew;
  }

  void grownOld() {
    isNew = false;
  }

  void writesUntil(Instant end) {
    writingUntil = end;
  }

  boolean isWriting(Instant now) {
    return writingUntil.isAfter(now);
  }

  /**
   * Whether what it sends may be in the log already. Whoever comes back first repeats what was not
   * acknowledged, and then goes on.
   */
  boolean mayRepeat() {
    return mayRepeat;
  }

  void acknowledged(long number) {
    mayRepeat &= number <= cameAt;
  }

  long seq() {
    return seq;
  }

  void toldUpTo(long number) {
    seq = number;
  }
}
