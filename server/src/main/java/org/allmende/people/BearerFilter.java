package org.allmende.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.allmende.base.web.ProblemAnswer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows programs by the API token in {@code Authorization: Bearer}. Tokens of other kinds are left
 * to their modules.
 */
class BearerFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;

  BearerFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(SCHEME) && ProblemAnswer.isApi(request)) {
      tokens
          .viewer(header.substring(SCHEME.length()).strip())
          .ifPresent(viewer -> SecurityContextHolder.setContext(Logins.context(viewer)));
    }
    chain.doFilter(request, response);
  }
}
