package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a board asks the module it belongs to: who somebody is on the board. Asked when somebody
 * comes, for whoever is logged in anew for every operation, and for all after {@link
 * Boards#recheck}: whoever changes what a participant's token is good for calls that in the same
 * transaction, so that it acts at once. What may be done at all is set by {@link Boards#openPhase}
 * and its sisters.
 */
public interface BoardRules {

  /** The kind of owner it answers for, such as {@code workshop}. */
  String ownerKind();

  /** The participant's token that the request carries, such as in the cookie set at joining. */
  @Nullable String token(Ref owner, HttpServletRequest request);

  /**
   * Who asks, by the participant's token or else by login; empty for somebody who has no business
   * there.
   */
  Optional<BoardAccess> access(Ref owner, @Nullable String token, Viewer viewer);

  /**
   * The group everybody sits in now, counted from 1; whoever is missing sits in none. Asked when
   * the groups begin to write apart, and again after {@link Boards#seat}.
   */
  default Map<PersonId, Integer> seats(Ref owner) {
    return Map.of();
  }
}
