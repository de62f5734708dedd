package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.allmende.base.db.SubmissionReused;
import org.allmende.base.privacy.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;

/** Turns whatever goes wrong into one sentence for the person; details go to the log only. */
@ControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemAnswer answer;

  ProblemAdvice(ProblemAnswer answer) {
    this.answer = answer;
  }

  @ExceptionHandler
  void problem(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.write(problem, request, response);
  }

  @ExceptionHandler
  void tooLarge(
      MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.write(
        Problem.of(HttpStatus.CONTENT_TOO_LARGE, "base.problem.tooLarge"), request, response);
  }

  /** Two stood in each other's way and one was let go first. */
  @ExceptionHandler
  void tooClose(
      PessimisticLockingFailureException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    log.info("{} has to come again", called(request));
    answer.write(Problem.conflict("base.problem.tooClose"), request, response);
  }

  @ExceptionHandler
  void reused(SubmissionReused e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.write(Problem.invalid("base.submission.reused"), request, response);
  }

  /** Left to Spring Security, which asks for a login. */
  @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
  void security(RuntimeException e) {
    throw e;
  }

  @ExceptionHandler
  void other(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      answer.write(ofStatus(known.getStatusCode()), request, response);
      return;
    }
    Problem unreadable = Unreadable.of(e);
    if (unreadable != null) {
      answer.write(unreadable, request, response);
      return;
    }
    if (response.isCommitted()) {
      log.debug("the reader went away during {}", called(request));
      return;
    }
    Optional<Problem> outage = Outage.behind(e);
    if (outage.isPresent()) {
      log.warn("{}: {}", outage.get().message().key(), e.getClass().getSimpleName());
      answer.write(outage.get(), request, response);
      return;
    }
    log.error("{} failed", called(request), Wordless.of(e));
    answer.write(
        Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "base.problem.internal"), request, response);
  }

  /**
   * Which address was called, by its pattern: the address itself may be somebody's private link.
   */
  private static String called(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return request.getMethod() + " " + (pattern == null ? "(an unknown address)" : pattern);
  }

  private static Problem ofStatus(HttpStatusCode code) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    return switch (status) {
      case NOT_FOUND -> Problem.notFound("base.problem.notFound");
      case METHOD_NOT_ALLOWED -> Problem.of(status, "base.problem.method");
      case CONTENT_TOO_LARGE -> Problem.of(status, "base.problem.tooLarge");
      default -> Problem.of(status, "base.problem.badRequest");
    };
  }
}
