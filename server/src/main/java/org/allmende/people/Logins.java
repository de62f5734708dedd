package org.allmende.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.ProblemAnswer;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Logins in the database: an opaque random token in a cookie, its hash in {@code people_login}.
 * Survives restarts and holds on every node; anonymous readers cause no write.
 */
@Component
public class Logins implements SecurityContextRepository {

  static final String COOKIE = "allmende_login";

  private static final Duration LIFE = Duration.ofHours(12);

  private final JdbcClient sql;
  private final ViewerStore viewers;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Logins(JdbcClient sql, ViewerStore viewers, Clock clock) {
    this.sql = sql;
    this.viewers = viewers;
    this.clock = clock;
  }

  static SecurityContext context(Viewer viewer) {
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(
            viewer, null, AuthorityUtils.NO_AUTHORITIES));
  }

  @Override
  @SuppressWarnings("deprecation") // still abstract in the interface
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(this, request);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return token(request).isPresent();
  }

  /**
   * Called by Spring Security after a login and after a logout, and for whoever is known without a
   * login: a program, which brings its token each time and is given no cookie.
   */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (ProblemAnswer.isApi(request)) {
      return;
    }
    Authentication authentication = context.getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof Viewer viewer
        && viewer.person() instanceof PersonId person) {
      open(person, request, response);
    } else {
      close(request);
    }
  }

  /** Opens a login for the person in this browser. */
  void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    OffsetDateTime now = OffsetDateTime.now(clock);
    sql.sql("insert into people_login (hash, person, created_at, expires_at) values (?, ?, ?, ?)")
        .params(List.of(Hashes.sha256(token), person.value(), now, now.plus(LIFE)))
        .update();
    response.addCookie(cookie(token, (int) LIFE.toSeconds(), request.isSecure()));
  }

  private void close(HttpServletRequest request) {
    token(request)
        .ifPresent(token ->
            sql.sql("delete from people_login where hash = ?")
                .param(Hashes.sha256(token))
                .update());
  }

  private Optional<Viewer> viewer(HttpServletRequest request) {
    if (ProblemAnswer.isApi(request)) {
      return Optional.empty();
    }
    return token(request)
        .flatMap(token ->
            sql.sql("select person from people_login where hash = ? and expires_at > ?")
                .param(Hashes.sha256(token))
                .param(OffsetDateTime.now(clock))
                .query(String.class)
                .optional())
        .flatMap(person -> viewers.find(new PersonId(person)));
  }

  private static Optional<String> token(HttpServletRequest request) {
    if (request.getCookies() == null) {
      return Optional.empty();
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  private static Cookie cookie(String value, int seconds, boolean secure) {
    var cookie = new Cookie(COOKIE, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(seconds);
    return cookie;
  }

  /** Reads the database only when a page asks who is there. */
  private static final class Deferred implements DeferredSecurityContext {

    private final Logins logins;
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;
    private boolean generated;

    private Deferred(Logins logins, HttpServletRequest request) {
      this.logins = logins;
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        Optional<Viewer> viewer = logins.viewer(request);
        generated = viewer.isEmpty();
        context = viewer.map(Logins::context).orElseGet(SecurityContextHolder::createEmptyContext);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      var _ = get();
      return generated;
    }
  }
}
