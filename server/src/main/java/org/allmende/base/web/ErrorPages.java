package org.allmende.base.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What goes wrong outside the controllers, such as a page that cannot be drawn, is told as a
 * problem too.
 */
@Controller
class ErrorPages implements ErrorController {

  private final ProblemAnswer answer;

  ErrorPages(ProblemAnswer answer) {
    this.answer = answer;
  }

  @RequestMapping("${server.error.path:/error}")
  void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer.write(problem(request), request, response);
  }

  private static Problem problem(HttpServletRequest request) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Optional<Problem> outage = Outage.behind(failure instanceof Throwable cause ? cause : null);
    return outage.orElseGet(() -> ofStatus(request));
  }

  private static Problem ofStatus(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    if (status == null) {
      return Problem.notFound("base.problem.notFound");
    }
    return switch (status) {
      case NOT_FOUND -> Problem.notFound("base.problem.notFound");
      case FORBIDDEN -> Problem.forbidden("base.problem.origin");
      case METHOD_NOT_ALLOWED -> Problem.of(status, "base.problem.method");
      case CONTENT_TOO_LARGE -> Problem.of(status, "base.problem.tooLarge");
      default ->
          Problem.of(
              status,
              status.is4xxClientError() ? "base.problem.badRequest" : "base.problem.internal");
    };
  }
}
