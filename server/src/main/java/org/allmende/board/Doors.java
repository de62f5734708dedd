package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.base.web.Viewers;
import org.allmende.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets people onto boards: asks the module a board belongs to who somebody is there. */
@Component
class Doors {

  private final List<BoardRules> rules;
  private final Viewers viewers;
  private final People people;

  Doors(List<BoardRules> rules, Viewers viewers, People people) {
    this.rules = rules;
    this.viewers = viewers;
    this.people = people;
  }

  /** What somebody brings along: a participant's token, a login, or neither. */
  record Caller(@Nullable String token, Viewer viewer) {

    /** Whether it is more than a token: roles may change without a word to the board. */
    boolean isLoggedIn() {
      return viewer.person() != null;
    }

    /** The same with what the first message says: the token, and the language of the page. */
    Caller saying(@Nullable String otherToken, @Nullable String language) {
      Viewer speaking =
          language == null
              ? viewer
              : viewer.speaking(Texts.spoken(Locale.forLanguageTag(language)));
      return new Caller(otherToken == null ? token : otherToken, speaking);
    }
  }

  Caller caller(Board board, HttpServletRequest request) {
    return new Caller(rules(board.owner()).token(board.owner(), request), viewers.of(request));
  }

  /** Who that is now; the login's roles are read anew. */
  Optional<BoardAccess> access(Board board, Caller caller) {
    Viewer viewer = caller.viewer();
    Viewer now =
        viewer.person() == null
            ? viewer
            : people.viewer(viewer.person()).orElseGet(() -> Viewer.anonymous(viewer.locale()));
    return rules(board.owner())
        .access(board.owner(), caller.token(), now.speaking(viewer.locale()));
  }

  /**
   * Who that is now.
   *
   * @throws Problem 401 if the person has no business on the board
   */
  BoardAccess enter(Board board, Caller caller) {
    return access(board, caller)
        .orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "board.refused.stranger"));
  }

  /** The group everybody sits in now, by person. */
  Map<String, Integer> seats(Board board) {
    return rules(board.owner()).seats(board.owner()).entrySet().stream()
        .collect(Collectors.toMap(seat -> seat.getKey().value(), Map.Entry::getValue));
  }

  private BoardRules rules(Ref owner) {
    return rules.stream()
        .filter(rule -> rule.ownerKind().equals(owner.kind()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nobody answers for boards of a " + owner.kind()));
  }
}
