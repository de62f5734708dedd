package org.allmende.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another site's page tries to change here, besides the CSRF token. */
class OriginFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader("Origin");
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    boolean upgrading = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    boolean changing = !reading && request.getHeader("Authorization") == null;
    if (origin != null && (changing || upgrading) && !isOurs(origin, request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isOurs(String origin, HttpServletRequest request) {
    URI uri = parsed(origin);
    if (uri == null || uri.getHost() == null) {
      return false;
    }
    String plainPort = uri.getHost() + ":" + ("https".equals(uri.getScheme()) ? 443 : 80);
    String here = request.getServerName() + ":" + request.getServerPort();
    return uri.getAuthority().equals(request.getHeader("Host"))
        || here.equals(uri.getAuthority())
        || here.equals(plainPort);
  }

  private static @Nullable URI parsed(String origin) {
    try {
      return URI.create(origin);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
