package org.allmende.base.privacy;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may stand in a log: of which kind and where, but without its message, which often
 * repeats what somebody wrote.
 */
public final class Wordless extends Exception {

  private static final long serialVersionUID = 1L;

  private Wordless(Throwable failure, @Nullable Throwable cause) {
    super(kind(failure), cause, false, true);
    setStackTrace(failure.getStackTrace());
  }

  /** The failure and all behind it. */
  public static Wordless of(Throwable failure) {
    Throwable cause = failure.getCause();
    return new Wordless(failure, cause == null || cause == failure ? null : of(cause));
  }

  /**
   * What lies behind it in one line, such as {@code org.postgresql.util.PSQLException 23505 at
   * Knots.java:41}.
   */
  public static String line(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String kind = kind(root);
    return Stream.of(root.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("org.allmende."))
        .findFirst()
        .map(frame -> kind + " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse(kind);
  }

  private static String kind(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
