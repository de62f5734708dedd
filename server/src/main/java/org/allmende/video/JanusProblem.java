package org.allmende.video;

/** Janus refused something, or did not answer. */
final class JanusProblem extends RuntimeException {

  /** The room is not there (any more). */
  static final int NO_SUCH_ROOM = 426;

  /** Somebody else made the room. */
  static final int ROOM_EXISTS = 427;

  private static final long serialVersionUID = 1L;

  private final int code;

  JanusProblem(int code, String reason) {
    super("Janus says " + code + ": " + reason);
    this.code = code;
  }

  JanusProblem(String what, Throwable cause) {
    super(what, cause);
    this.code = 0;
  }

  boolean is(int other) {
    return code == other;
  }
}
