package org.allmende.workshop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request without login comes from, as far as guessing is counted.
 *
 * @param address of the network
 * @param browser told apart behind one address by the forgery cookie every page sets; null for a
 *     program
 */
public record Visitor(String address, @Nullable String browser) {

  private static final String KNOWN_BY = "allmende_csrf";

  static Visitor of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String browser =
        Stream.of(cookies == null ? new Cookie[0] : cookies)
            .filter(cookie -> cookie.getName().equals(KNOWN_BY))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
    return new Visitor(request.getRemoteAddr(), browser);
  }
}
