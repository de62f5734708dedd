package org.allmende.base.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fast one person may write without login. Counted per browser by a random cookie, because a
 * whole town hall shares one address; the address has a generous limit of its own for those who
 * throw the cookie away. Counted in the database, for all nodes together, and only when somebody
 * writes; neither cookie nor address can be read from it.
 */
@Component
public class Pace {

  private static final String COOKIE = "allmende_browser";
  private static final Duration WINDOW = Duration.ofHours(1);

  private final int perBrowser;
  private final int perAddress;
  private final JdbcClient sql;
  private final Signer signer;
  private final Clock clock;

  Pace(
      @Value("${allmende.pace.browser:30}") int perBrowser,
      @Value("${allmende.pace.address:1500}") int perAddress,
      JdbcClient sql,
      Signer signer,
      Clock clock) {
    this.perBrowser = perBrowser;
    this.perAddress = perAddress;
    this.sql = sql;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Counts one writing, unless there were too many.
   *
   * @throws Problem 429 if there were too many within the hour
   */
  @Transactional
  public void count(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    if (viewer.isKnown()) {
      return;
    }
    OffsetDateTime now = now();
    count("browser", browser(request, response), perBrowser, now);
    count("address", request.getRemoteAddr(), perAddress, now);
  }

  /** The same for somebody who stays the same without a cookie, as a guest in a workshop does. */
  @Transactional
  public void count(PersonId guest) {
    count("guest", guest.value(), perBrowser, now());
  }

  /** Forgets what is over. */
  private OffsetDateTime now() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    sql.sql("delete from base_writing where at < ?").param(now.minus(WINDOW)).update();
    return now;
  }

  private void count(String kind, String id, int limit, OffsetDateTime now) {
    String source = signer.sign("pace of " + kind, id);
    int before =
        sql.sql("select count(*) from base_writing where source = ? and at >= ?")
            .params(source, now.minus(WINDOW))
            .query(Integer.class)
            .single();
    if (before >= limit) {
      throw Problem.tooMany("base.pace");
    }
    sql.sql("insert into base_writing (source, at) values (?, ?)").params(source, now).update();
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
