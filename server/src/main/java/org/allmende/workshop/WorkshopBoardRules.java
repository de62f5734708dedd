package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardAccess.Part;
import org.allmende.board.BoardRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the board who takes part in its workshop and who leads it. */
@Component
class WorkshopBoardRules implements BoardRules {

  private final WorkshopStore workshops;
  private final ParticipantTokens tokens;
  private final RoundStore rounds;

  WorkshopBoardRules(WorkshopStore workshops, ParticipantTokens tokens, RoundStore rounds) {
    this.workshops = workshops;
    this.tokens = tokens;
    this.rounds = rounds;
  }

  @Override
  public String ownerKind() {
    return Workshop.KIND;
  }

  @Override
  public @Nullable String token(Ref owner, HttpServletRequest request) {
    return tokens.carried(new WorkshopId(owner.id()), request);
  }

  @Override
  public Optional<BoardAccess> access(Ref owner, @Nullable String token, Viewer viewer) {
    var id = new WorkshopId(owner.id());
    Optional<BoardAccess> leader =
        viewer.isKnown() ? workshops.find(id).flatMap(w -> access(w, viewer)) : Optional.empty();
    return leader.isPresent()
        ? leader
        : tokens
            .of(id, token)
            .filter(person -> person.standing() != Standing.WAITING)
            .map(person ->
                new BoardAccess(person.person(), person.name(), part(person), person.people()));
  }

  private static Part part(Participant person) {
    return person.standing() == Standing.MUTED ? Part.WATCHES : Part.TAKES_PART;
  }

  @Override
  public Map<PersonId, Integer> seats(Ref owner) {
    return rounds.seats(new WorkshopId(owner.id()));
  }

  private static Optional<BoardAccess> access(Workshop workshop, Viewer viewer) {
    if (Workshops.leads(workshop, viewer)) {
      return Optional.of(new BoardAccess(viewer.known(), viewer.name(), Part.LEADS));
    }
    return Optional.empty();
  }
}
