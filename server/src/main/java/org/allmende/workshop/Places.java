package org.allmende.workshop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who holds a place in a workshop, for what is known of the person: that is shown and erased even
 * to those who were removed from the room.
 */
@Component
public class Places {

  private final ParticipantTokens tokens;

  Places(ParticipantTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Whose place the browser keeps.
   *
   * @throws Problem 404 if it keeps none
   */
  public Participant holder(Workshop workshop, HttpServletRequest request) {
    return holder(workshop, tokens.carried(workshop.id(), request));
  }

  /**
   * The cookie that gives the browser the place of a private link.
   *
   * @throws Problem 404 if the link opens none here
   */
  public Cookie cookie(Workshop workshop, String place, HttpServletRequest request) {
    return tokens.cookie(workshop, holder(workshop, place).id(), request);
  }

  /** The cookie with which the browser forgets the place. */
  public Cookie noCookie(Workshop workshop, Participant holder, HttpServletRequest request) {
    Cookie cookie = tokens.cookie(workshop, holder.id(), request);
    cookie.setValue("");
    cookie.setMaxAge(0);
    return cookie;
  }

  private Participant holder(Workshop workshop, @Nullable String token) {
    return tokens
        .holder(workshop.id(), token)
        .orElseThrow(() -> Problem.notFound("workshop.place.none"));
  }
}
