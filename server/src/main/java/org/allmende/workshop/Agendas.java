package org.allmende.workshop;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.allmende.board.ZoneOfPhase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits the agenda of a workshop, before it begins and while it runs: what has begun keeps its
 * place, what is to come can be changed until it does. The board follows in the same transaction.
 */
@Component
class Agendas {

  private static final int MOST_LINES = 60;

  /** How many removed lines can be put back. */
  private static final int MOST_REMOVED = 10;

  private final AgendaStore store;
  private final WorkshopStore workshops;
  private final Boards boards;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Agendas(
      AgendaStore store,
      WorkshopStore workshops,
      Boards boards,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workshops = workshops;
    this.boards = boards;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes the agenda of a new workshop and returns the headings of the notes of each phase. */
  Map<String, List<String>> begin(WorkshopId workshop, List<AgendaLine> lines) {
    Map<String, List<String>> zones = new HashMap<>();
    for (AgendaLine line : lines) {
      var phase = new PhaseId(Ids.next());
      store.append(workshop, phase, line);
      zones.put(phase.value(), line.zones());
    }
    return zones;
  }

  /** The headings under which notes are written, by the id of the phase. */
  Map<String, List<String>> zones(Workshop workshop) {
    return boards.zones(board(workshop)).stream()
        .filter(zone -> zone.group() == null)
        .collect(groupingBy(ZoneOfPhase::phase, mapping(ZoneOfPhase::title, toList())));
  }

  /**
   * The line of the id.
   *
   * @throws Problem 409 for one that was removed, 404 if the agenda never had such a line
   */
  Phase line(Workshop workshop, String id) {
    for (RemovedLine removed : removed(workshop)) {
      if (removed.key().equals(id)) {
        throw Problem.conflict("workshop.agenda.gone", removed.title());
      }
    }
    return workshop.line(id);
  }

  /** What was removed last and can be put back, in the order of the agenda. */
  List<RemovedLine> removed(Workshop workshop) {
    return store.removed(workshop.id());
  }

  /** Adds a line at the end; the same submission adds one. */
  @Transactional
  public PhaseId add(
      Workshop workshop, AgendaLine line, int version, @Nullable String submission, Viewer by) {
    Workshops.requireLead(workshop, by);
    return new PhaseId(
        submissions.once(
            "workshop agenda " + workshop.id(),
            submission,
            () -> {
              Workshop now = locked(workshop, version, by);
              requireRoom(now);
              var phase = new PhaseId(Ids.next());
              store.append(now.id(), phase, line);
              arrange(now, Map.of(phase.value(), line.zones()), by);
              return phase.value();
            }));
  }

  /**
   * Changes a line.
   *
   * @throws Problem 409 if somebody else changed the agenda, or the kind of a phase that has begun
   */
  @Transactional
  public void change(Workshop workshop, PhaseId id, AgendaLine line, int version, Viewer by) {
    Workshop now = locked(workshop, version, by);
    Phase phase = line(now, id.value());
    if (phase.state() != PhaseState.PLANNED && phase.kind() != line.kind()) {
      throw Problem.conflict("workshop.agenda.kind.begun");
    }
    store.update(id, line);
    arrange(now, Map.of(id.value(), line.zones()), by);
  }

  /**
   * Puts a line at another place, counted from 0.
   *
   * @throws Problem 409 if somebody else changed the agenda, or what has begun would change place
   */
  @Transactional
  public void move(Workshop workshop, PhaseId id, int position, int version, Viewer by) {
    Workshop now = locked(workshop, version, by);
    requireAhead(now, line(now, id.value()));
    if (position < now.settled()) {
      throw Problem.conflict("workshop.agenda.begun");
    }
    put(now, id, position);
    arrange(now, Map.of(), by);
  }

  /** Gives a line the place among those that are there; the removed ones keep theirs. */
  private void put(Workshop workshop, PhaseId id, int position) {
    List<PhaseId> order = new ArrayList<>(store.lines(workshop.id()));
    order.remove(id);
    workshop.phases().stream()
        .map(Phase::id)
        .filter(other -> !other.equals(id))
        .skip(position)
        .findFirst()
        .ifPresentOrElse(next -> order.add(order.indexOf(next), id), () -> order.add(id));
    store.order(workshop.id(), order);
  }

  /**
   * Takes a line out; it can be put back as long as it is among the ten last ones.
   *
   * @throws Problem 409 if somebody else changed the agenda, for one that has begun, and for the
   *     last step
   */
  @Transactional
  public void remove(Workshop workshop, PhaseId id, int version, Viewer by) {
    Workshop now = locked(workshop, version, by);
    Phase phase = line(now, id.value());
    requireAhead(now, phase);
    if (now.steps().equals(List.of(phase))) {
      throw Problem.conflict("workshop.agenda.lastStep");
    }
    store.remove(id, zones(now).getOrDefault(phase.key(), List.of()), clock.instant());
    store.deleteRemovedBut(now.id(), MOST_REMOVED);
    arrange(now, Map.of(), by);
  }

  /**
   * Puts a removed line back between its neighbours as it was, whatever else was changed since;
   * behind what has begun. A line that is there stays as it is.
   *
   * @throws Problem 404 if the agenda knows no such line, 409 if it is full
   */
  @Transactional
  public void restore(Workshop workshop, PhaseId id, Viewer by) {
    Workshops.requireLead(workshop, by);
    workshops.lock(workshop.id());
    Workshop before = workshops.find(workshop.id()).orElseThrow();
    Optional<RemovedLine> removed =
        removed(before).stream().filter(line -> line.id().equals(id)).findFirst();
    if (removed.isEmpty()) {
      before.line(id.value());
      return;
    }
    requireRoom(before);
    store.restore(id);
    store.count(before.id());
    Workshop now = workshops.find(workshop.id()).orElseThrow();
    if (now.line(id.value()).position() < before.settled()) {
      put(now, id, before.settled());
    }
    arrange(now, Map.of(id.value(), removed.get().zones()), by);
  }

  private static void requireRoom(Workshop workshop) {
    if (workshop.phases().size() >= MOST_LINES) {
      throw Problem.conflict("workshop.agenda.full", MOST_LINES);
    }
  }

  /** Gives the board a zone before all others, for the notes of the run before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void makeRoom(Workshop workshop, String heading, Viewer by) {
    arrange(workshop, Map.of(AgendaPhases.CARRIED, List.of(heading)), by);
  }

  /** Makes the board as the agenda wants it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void apply(Workshop workshop, Viewer by) {
    arrange(workshop, Map.of(), by);
  }

  private static void requireAhead(Workshop workshop, Phase phase) {
    if (phase.position() < workshop.settled()) {
      throw Problem.conflict("workshop.agenda.begun");
    }
  }

  private Workshop locked(Workshop workshop, int version, Viewer by) {
    Workshops.requireLead(workshop, by);
    workshops.lock(workshop.id());
    if (!store.count(workshop.id(), version)) {
      throw Problem.conflict("workshop.agenda.changed");
    }
    return workshops.find(workshop.id()).orElseThrow();
  }

  /** Brings the board in line with the agenda as it is now. */
  private void arrange(Workshop before, Map<String, List<String>> changed, Viewer by) {
    Workshop now = workshops.find(before.id()).orElseThrow();
    Map<String, List<String>> zones = new HashMap<>(zones(now));
    zones.putAll(changed);
    boards.arrange(board(now), AgendaPhases.of(now, zones), by.person());
    audit.record(now.tenant(), by, "workshop.agenda", now.ref());
  }

  private BoardId board(Workshop workshop) {
    return boards.of(workshop.ref()).orElseThrow().id();
  }
}
