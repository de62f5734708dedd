package org.allmende.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows the metrics to programs on this computer and to those that bring the token; to nobody whose
 * request came through a proxy without it.
 */
public class MetricsGate extends OncePerRequestFilter {

  private static final String PATH = "/metrics";
  private static final String SCHEME = "Bearer ";

  private final ProblemAnswer answer;
  private final String token;

  /**
   * @param token empty when there is none
   */
  public MetricsGate(ProblemAnswer answer, String token) {
    this.answer = answer;
    this.token = token;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The decoded path, by which the request is dealt with later.
    return !request.getServletPath().equals(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isFromHere(request) || bringsToken(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    answer.write(Problem.of(HttpStatus.UNAUTHORIZED, "base.problem.metrics"), request, response);
  }

  /** Whose address is said by a proxy; where the connection arrived nobody can pretend. */
  private static boolean isFromHere(HttpServletRequest request) throws IOException {
    return isLoopback(request.getRemoteAddr()) && isLoopback(request.getLocalAddr());
  }

  private static boolean isLoopback(String address) throws IOException {
    return InetAddress.getByName(address).isLoopbackAddress();
  }

  private boolean bringsToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return !token.isEmpty()
        && header != null
        && MessageDigest.isEqual(bytes(SCHEME + token), bytes(header));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
