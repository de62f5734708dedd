package org.allmende.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what would be stored while the disk is nearly full; reading goes on, with a login too.
 */
public class StorageGate extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> LOGIN = Set.of("/login", "/logout");

  private final DiskReserve reserve;
  private final ProblemAnswer answer;

  public StorageGate(DiskReserve reserve, ProblemAnswer answer) {
    this.reserve = reserve;
    this.answer = answer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod()) || LOGIN.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      reserve.require();
    } catch (Problem full) {
      answer.write(full, request, response);
      return;
    }
    chain.doFilter(request, response);
  }
}
