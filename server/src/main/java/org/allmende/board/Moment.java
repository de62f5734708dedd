package org.allmende.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A board at one moment: what is open, and what follows from that for somebody on it.
 *
 * @param phase the open phase, null before the first
 * @param zones the zones the open phase shows, in reading order
 * @param all every zone of the board, by its id
 * @param seats the group everybody sits in, by person; empty unless the groups write apart
 */
record Moment(
    Board board,
    @Nullable Phase phase,
    List<Zone> zones,
    Map<String, Zone> all,
    Map<String, Integer> seats) {

  /**
   * Puts together what the open phase shows: what it collects itself first, then what earlier ones
   * did.
   *
   * @param seats asked only when the groups write apart
   */
  static Moment of(
      Board board,
      List<Phase> phases,
      List<Zone> all,
      Function<Board, Map<String, Integer>> seats) {
    Map<String, Zone> byId = all.stream().collect(Collectors.toMap(Zone::id, zone -> zone));
    Phase open =
        phases.stream().filter(phase -> phase.key().equals(board.phase())).findFirst().orElse(null);
    if (open == null) {
      return new Moment(board, null, List.of(), byId, Map.of());
    }
    Set<String> shown = new LinkedHashSet<>();
    shown.add(open.key());
    shown.addAll(open.shows());
    List<Zone> zones =
        shown.stream()
            .flatMap(key -> all.stream().filter(zone -> zone.phase().equals(key)))
            .toList();
    boolean apart = open.groups() == GroupWork.APART;
    return new Moment(board, open, zones, byId, apart ? seats.apply(board) : Map.of());
  }

  /** The same after another operation on its notes. */
  Moment at(long seq) {
    return new Moment(board.at(seq), phase, zones, all, seats);
  }

  List<String> zoneIds() {
    return zones.stream().map(Zone::id).toList();
  }

  /** The zones the reader may look into, in reading order. */
  List<Zone> zones(BoardAccess reader) {
    return isApart() ? zones.stream().filter(zone -> isOpenTo(zone, reader)).toList() : zones;
  }

  Optional<Zone> zone(BoardAccess reader, String id) {
    return zones.stream()
        .filter(zone -> zone.id().equals(id) && isOpenTo(zone, reader))
        .findFirst();
  }

  boolean isApart() {
    return phase != null && phase.groups() == GroupWork.APART;
  }

  /** Apart, whoever sits in a group is in its zones, and all others are in everybody's. */
  private boolean isOpenTo(Zone zone, BoardAccess reader) {
    if (!isApart() || phase == null || !zone.phase().equals(phase.key()) || reader.leads()) {
      return true;
    }
    Integer own = seats.get(reader.person().value());
    return own == null ? zone.group() == null : own.equals(zone.group());
  }

  /** What is parked is seen whatever phase is open. */
  boolean sees(BoardAccess reader, Note note) {
    Zone zone = all.get(note.zone());
    return !note.deleted()
        && zone != null
        && (note.isParked() || zones.contains(zone))
        && (!zone.covered() || note.isBy(reader))
        && isOpenTo(zone, reader);
  }

  /** Whether its words stay with its author until they are revealed. */
  boolean isCovered(Note note) {
    Zone zone = all.get(note.zone());
    return zone != null && zone.covered();
  }

  boolean writes(BoardAccess person) {
    return phase != null
        && phase.writing()
        && phase.groups() != GroupWork.WALK
        && isIn(phase.writers(), person)
        && mayChange(person);
  }

  boolean moves(BoardAccess person) {
    return phase != null && (person.leads() || (orders(phase) && mayChange(person)));
  }

  /** On a walk the groups' order stays as they left it. */
  private static boolean orders(Phase phase) {
    return phase.movers() == Hands.ALL && phase.groups() != GroupWork.WALK;
  }

  private static boolean isIn(Hands hands, BoardAccess person) {
    return person.leads() || hands == Hands.ALL;
  }

  boolean points(BoardAccess person) {
    return phase != null && phase.dots() > 0 && mayChange(person);
  }

  /** Whether the person may mark effort and risk. */
  boolean marks(BoardAccess person) {
    return phase != null && (person.leads() || (phase.marking() && mayChange(person)));
  }

  /** Whether the person may reply to notes. */
  boolean comments(BoardAccess person) {
    return phase != null && mayChange(person) && (person.leads() || isTalkedAbout(phase));
  }

  private static boolean isTalkedAbout(Phase phase) {
    return phase.writing() || phase.dots() > 0 || phase.groups() == GroupWork.WALK;
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
    if (open.groups() == GroupWork.WALK) {
      throw Problem.conflict("board.refused.walk");
    }
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
    if (!person.leads() && !orders(open(person))) {
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

  /**
   * Goes on only if the person may mark effort and risk.
   *
   * @throws Problem 409 saying why not
   */
  void markable(BoardAccess person) {
    open(person);
    if (!marks(person)) {
      throw Problem.conflict("board.refused.no_marks");
    }
  }

  /**
   * Goes on only if the person may reply to notes.
   *
   * @throws Problem 409 saying why not
   */
  void commentable(BoardAccess person) {
    open(person);
    if (!comments(person)) {
      throw Problem.conflict("board.refused.no_comments");
    }
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
