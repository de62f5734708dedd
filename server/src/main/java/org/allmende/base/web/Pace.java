package org.allmende.base.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.base.id.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How fast one person may write without login. Counted per browser by a random cookie, because a
 * whole town hall shares one address; the address has a generous limit of its own for those who
 * throw the cookie away. Kept in memory only.
 */
@Component
public class Pace {

  private static final String COOKIE = "allmende_browser";
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int MOST_KEPT = 50_000;

  private final int perBrowser;
  private final int perAddress;
  private final Map<String, Deque<Long>> recent = new ConcurrentHashMap<>();

  Pace(
      @Value("${allmende.pace.browser:30}") int perBrowser,
      @Value("${allmende.pace.address:1500}") int perAddress) {
    this.perBrowser = perBrowser;
    this.perAddress = perAddress;
  }

  /**
   * Counts one writing.
   *
   * @throws Problem 429 if there were too many within the hour
   */
  public void count(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    if (viewer.isKnown()) {
      return;
    }
    if (recent.size() > MOST_KEPT) {
      long since = System.nanoTime() - WINDOW.toNanos();
      recent.values().removeIf(times -> isPast(times, since));
    }
    String browser = browser(request, response);
    if (!taken("browser " + browser, perBrowser)
        || !taken("address " + request.getRemoteAddr(), perAddress)) {
      throw Problem.tooMany("base.pace");
    }
  }

  private static boolean isPast(Deque<Long> times, long since) {
    synchronized (times) {
      return times.isEmpty() || times.getLast() - since < 0;
    }
  }

  private boolean taken(String who, int limit) {
    Deque<Long> times = recent.computeIfAbsent(who, key -> new ArrayDeque<>());
    long now = System.nanoTime();
    synchronized (times) {
      while (!times.isEmpty() && times.getFirst() - (now - WINDOW.toNanos()) < 0) {
        times.removeFirst();
      }
      if (times.size() >= limit) {
        return false;
      }
      times.addLast(now);
      return true;
    }
  }

  private static String browser(HttpServletRequest request, HttpServletResponse response) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue();
        }
      }
    }
    String id = Ids.next();
    var cookie = new Cookie(COOKIE, id);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) WINDOW.toSeconds());
    response.addCookie(cookie);
    return id;
  }
}
