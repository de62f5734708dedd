package org.allmende.workshop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a participant's place without an account: {@code id.signature}, in a cookie of the workshop
 * or as bearer token of the API. Nothing of it is stored.
 */
@Component
class ParticipantTokens {

  private static final String PURPOSE = "participant";

  private static final String COOKIE = "allmende_participant_";
  private static final String SCHEME = "Bearer ";
  private static final Duration LIFE = Duration.ofDays(90);

  private final Signer signer;
  private final ParticipantStore participants;

  ParticipantTokens(Signer signer, ParticipantStore participants) {
    this.signer = signer;
    this.participants = participants;
  }

  String token(ParticipantId participant) {
    return participant.value() + "." + signer.sign(PURPOSE, participant.value());
  }

  /**
   * The cookie of this workshop; its name says which, because the board's address does not lie
   * below the workshop's.
   */
  Cookie cookie(Workshop workshop, ParticipantId participant, HttpServletRequest request) {
    var cookie = new Cookie(COOKIE + workshop.id(), token(participant));
    cookie.setPath("/" + workshop.tenant() + "/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) LIFE.toSeconds());
    return cookie;
  }

  /** The participant of this workshop who sends the request, if it is one. */
  Optional<Participant> of(WorkshopId workshop, HttpServletRequest request) {
    return of(workshop, carried(workshop, request));
  }

  /** The participant of this workshop the token was made for, unless removed from it. */
  Optional<Participant> of(WorkshopId workshop, @Nullable String token) {
    return holder(workshop, token)
        .filter(participant -> participant.standing() != Standing.REMOVED);
  }

  /** The same, removed or not: what is known of the person stays the person's. */
  Optional<Participant> holder(WorkshopId workshop, @Nullable String token) {
    return read(token).filter(participant -> participant.workshop().equals(workshop));
  }

  /**
   * Goes on unless the browser is one of somebody who was removed.
   *
   * @throws Problem 403 for that one
   */
  void refuseRemoved(WorkshopId workshop, HttpServletRequest request) {
    if (holder(workshop, carried(workshop, request))
        .filter(participant -> participant.standing() == Standing.REMOVED)
        .isPresent()) {
      throw Problem.forbidden("workshop.removed");
    }
  }

  /** The token a request carries for the workshop. */
  @Nullable String carried(WorkshopId workshop, HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(SCHEME)
        ? header.substring(SCHEME.length()).strip()
        : cookie(COOKIE + workshop, request);
  }

  private Optional<Participant> read(@Nullable String token) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (token == null
        || dot < 1
        || !signer.verify(PURPOSE, token.substring(0, dot), token.substring(dot + 1))) {
      return Optional.empty();
    }
    return participants
        .find(new ParticipantId(token.substring(0, dot)))
        .filter(participant -> participant.standing() != Standing.ERASED);
  }

  private static @Nullable String cookie(String name, HttpServletRequest request) {
    if (request.getCookies() == null) {
      return null;
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }
}
