package org.allmende.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what other filters could not read, such as a broken escape in an address or a form, what
 * no text may hold, and that the database is away. Left to the container, an upload nobody has read
 * would be read once more for the page of the error, and called unreadable.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableFilter extends OncePerRequestFilter {

  private final ProblemAnswer answer;

  UnreadableFilter(ProblemAnswer answer) {
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query != null && query.contains("%00")) {
      answer.write(Problem.badRequest("base.problem.badRequest"), request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      Optional<Problem> problem =
          Outage.behind(failure).or(() -> Optional.ofNullable(Unreadable.of(failure)));
      if (problem.isEmpty() || response.isCommitted()) {
        throw failure;
      }
      answer.write(problem.get(), request, response);
    }
  }
}
