package org.allmende.base.web;

import java.sql.SQLException;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.multipart.MultipartException;

/** Tells a request that nobody could read from a mistake of ours. */
final class Unreadable {

  /** What the database cannot keep: too long, out of range, no such moment, no such letter. */
  private static final Set<String> UNKEPT =
      Set.of("22001", "22003", "22007", "22008", "22021", "22P05");

  private Unreadable() {}

  /** What is wrong with the request; null if the failure does not come from how it was written. */
  static @Nullable Problem of(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException broken) {
        return broken.getCode() == HttpStatus.CONTENT_TOO_LARGE.value()
            ? Problem.of(HttpStatus.CONTENT_TOO_LARGE, "base.problem.tooLarge")
            : Problem.badRequest("base.problem.badRequest");
      }
      if (cause instanceof HttpMessageNotReadableException
          || cause instanceof RequestRejectedException
          || cause instanceof TypeMismatchException
          || cause instanceof MultipartException
          || cause instanceof SQLException refused
              && UNKEPT.contains(String.valueOf(refused.getSQLState()))) {
        return Problem.badRequest("base.problem.badRequest");
      }
    }
    return null;
  }
}
