package org.allmende.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A board at one moment: what is open, and what follows from that for somebody on it.
 *
 * @param phase the open phase, null before the first
 * @param zones the zones the open phase shows, in reading order
 */
record Moment(Board board, @Nullable Phase phase, List<Zone> zones) {

  /**
   * Puts together what the open phase shows: what it collects itself first, then what earlier ones
   * did.
   */
  static Moment of(Board board, List<Phase> phases, List<Zone> all) {
    Phase open =
        phases.stream().filter(phase -> phase.key().equals(board.phase())).findFirst().orElse(null);
    if (open == null) {
      return new Moment(board, null, List.of());
    }
    Set<String> shown = new LinkedHashSet<>();
    shown.add(open.key());
    shown.addAll(open.shows());
    List<Zone> zones =
        shown.stream()
            .flatMap(key -> all.stream().filter(zone -> zone.phase().equals(key)))
            .toList();
    return new Moment(board, open, zones);
  }

  /** The same after another operation on its notes. */
  Moment at(long seq) {
    return new Moment(board.at(seq), phase, zones);
  }

  List<String> zoneIds() {
    return zones.stream().map(Zone::id).toList();
  }

  Optional<Zone> zone(String id) {
    return zones.stream().filter(zone -> zone.id().equals(id)).findFirst();
  }

  boolean sees(BoardAccess reader, Note note) {
    return !note.deleted()
        && zone(note.zone()).filter(zone -> !zone.covered() || note.isBy(reader)).isPresent();
  }

  boolean writes(BoardAccess person) {
    return phase != null && phase.writing() && isIn(phase.writers(), person) && mayChange(person);
  }

  boolean moves(BoardAccess person) {
    return phase != null && (person.leads() || (phase.movers() == Hands.ALL && mayChange(person)));
  }

  private static boolean isIn(Hands hands, BoardAccess person) {
    return person.leads() || hands == Hands.ALL;
  }

  boolean points(BoardAccess person) {
    return phase != null && phase.dots() > 0 && mayChange(person);
  }

  private boolean mayChange(BoardAccess person) {
    return person.leads() || (person.part() == BoardAccess.Part.TAKES_PART && !board.locked());
  }

  /**
   * The open phase, if the person may write into it.
   *
   * @throws Problem 409 saying why not
   */
  Phase writable(BoardAccess person) {
    Phase open = open(person);
    if (!open.writing() || !isIn(open.writers(), person)) {
      throw Problem.conflict("board.refused.closed");
    }
    return open;
  }

  /**
   * Goes on only if the person may order notes.
   *
   * @throws Problem 409 saying why not
   */
  void orderable(BoardAccess person) {
    if (person.leads() && phase == null) {
      throw Problem.conflict("board.refused.closed");
    }
    if (!person.leads() && open(person).movers() != Hands.ALL) {
      throw Problem.conflict("board.refused.closed");
    }
  }

  /**
   * The open phase, if the person may set dots in it.
   *
   * @throws Problem 409 saying why not
   */
  Phase pointable(BoardAccess person) {
    Phase open = open(person);
    if (open.dots() == 0) {
      throw Problem.conflict("board.refused.no_dots");
    }
    return open;
  }

  private Phase open(BoardAccess person) {
    if (person.part() == BoardAccess.Part.WATCHES) {
      throw Problem.forbidden("board.refused.reader");
    }
    if (phase == null) {
      throw Problem.conflict("board.refused.closed");
    }
    if (!mayChange(person)) {
      throw Problem.conflict("board.refused.locked");
    }
    return phase;
  }
}
