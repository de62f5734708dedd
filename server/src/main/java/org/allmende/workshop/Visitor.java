package org.allmende.workshop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/**
 * Where a request without login comes from, as far as guessing is counted.
 *
 * @param address of the network
 * @param browser told apart behind one address by the forgery cookie every page sets, else by how it calls itself
 */
record Visitor(String address, String browser) {

  private static final String KNOWN_BY = "allmende_csrf";

  static Visitor of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String agent = request.getHeader("User-Agent");
    String browser =
        Stream.of(cookies == null ? new Cookie[0] : cookies)
            .filter(cookie -> cookie.getName().equals(KNOWN_BY))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(agent == null ? "" : agent);
    return new Visitor(request.getRemoteAddr(), browser);
  }
}
