package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure of ours from the ground giving way: the database away, or the disk full. */
final class Outage {

  private static final String MARK = Outage.class.getName();
  private static final String AWAY = "base.problem.database";

  /** Deeper than any chain of causes is. */
  private static final int DEEPEST = 30;

  private Outage() {}

  /** The sentence for the reader, if it was an outage. */
  static Optional<Problem> behind(@Nullable Throwable failure) {
    boolean away = false;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (isFull(cause)) {
        return Optional.of(full());
      }
      away |= isAway(cause);
      cause = next(cause);
    }
    return away ? Optional.of(databaseAway()) : Optional.empty();
  }

  /** From now on nothing is asked of the database for this request, as its page is drawn. */
  static void mark(HttpServletRequest request) {
    request.setAttribute(MARK, true);
  }

  static boolean isMarked(HttpServletRequest request) {
    return request.getAttribute(MARK) != null;
  }

  static boolean isDatabaseAway(Problem problem) {
    return problem.message().key().equals(AWAY);
  }

  private static Problem databaseAway() {
    return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, AWAY);
  }

  static Problem full() {
    return Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "base.problem.full");
  }

  private static boolean isFull(Throwable cause) {
    return cause instanceof SQLException sql && "53100".equals(sql.getSQLState())
        || cause instanceof IOException
            && String.valueOf(cause.getMessage()).contains("No space left on device");
  }

  private static boolean isAway(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLException sql && isAway(String.valueOf(sql.getSQLState()));
  }

  /** Connection lost, server going down or coming up, no connection free. */
  private static boolean isAway(String state) {
    return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
  }

  /** What failed first says more than the roll-back that failed after it. */
  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof TransactionSystemException rollback
            && rollback.getApplicationException() != null
        ? rollback.getApplicationException()
        : failure.getCause();
  }
}
