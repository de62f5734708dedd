package org.allmende.tabular;

import java.io.IOException;

/** Loading a table did not succeed; what was stored before is untouched. */
public final class LoadFailed extends IOException {
  private static final long serialVersionUID = 1;

  /** Why it did not succeed. */
  public enum Code {
    /** It took longer than the limit. */
    TOO_SLOW,
    /** It needed more memory or disk than the limit. */
    TOO_LARGE,
    /** The original is not the one of the reading any more. */
    ORIGINAL_CHANGED,
    /** The loading process ended unexpectedly. */
    CRASHED
  }

  private final Code code;

  LoadFailed(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
