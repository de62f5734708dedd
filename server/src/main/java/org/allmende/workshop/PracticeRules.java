package org.allmende.workshop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Signer;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the board that a practice board is for the browser it was begun in: {@code id.signature} in
 * a cookie, one for each town.
 */
@Component
class PracticeRules implements BoardRules {

  private static final String PURPOSE = "practice";
  private static final String COOKIE = "allmende_practice";

  private final PracticeStore store;
  private final Signer signer;
  private final Clock clock;

  PracticeRules(PracticeStore store, Signer signer, Clock clock) {
    this.store = store;
    this.signer = signer;
    this.clock = clock;
  }

  @Override
  public String ownerKind() {
    return Practice.KIND;
  }

  @Override
  public @Nullable String token(Ref owner, HttpServletRequest request) {
    return carried(request);
  }

  @Override
  public Optional<BoardAccess> access(Ref owner, @Nullable String token, Viewer viewer) {
    return of(token).filter(practice -> practice.ref().equals(owner)).map(Practices::access);
  }

  /** The board that was begun in the browser for this workshop, if one can still write there. */
  Optional<Practice> of(Workshop workshop, HttpServletRequest request) {
    return of(carried(request)).filter(practice -> practice.workshop().equals(workshop.id()));
  }

  private Optional<Practice> of(@Nullable String token) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (token == null
        || dot < 1
        || !signer.verify(PURPOSE, token.substring(0, dot), token.substring(dot + 1))) {
      return Optional.empty();
    }
    return store.find(token.substring(0, dot)).filter(practice -> practice.isOpen(clock.instant()));
  }

  private static @Nullable String carried(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** Makes the browser the one that writes there. */
  Cookie cookie(Practice practice, HttpServletRequest request) {
    var cookie = new Cookie(COOKIE, practice.id() + "." + signer.sign(PURPOSE, practice.id()));
    cookie.setPath("/" + practice.tenant() + "/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) Practice.LIFE.toSeconds());
    return cookie;
  }
}
