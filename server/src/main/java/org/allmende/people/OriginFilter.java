package org.allmende.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
    if (origin != null
        && (!reading || upgrading)
        && request.getHeader("Authorization") == null
        && !isOurs(origin, request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isOurs(String origin, HttpServletRequest request) {
    try {
      URI uri = URI.create(origin);
      String authority = uri.getAuthority();
      String plainPort = uri.getHost() + ":" + (uri.getScheme().equals("https") ? 443 : 80);
      String host = request.getServerName() + ":" + request.getServerPort();
      return authority != null
          && (authority.equals(request.getHeader("Host"))
              || host.equals(authority)
              || host.equals(plainPort));
    } catch (IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }
}
