package org.allmende.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.board.Hands;
import org.allmende.board.Hat;
import org.allmende.board.NewPhase;

/** Turns the agenda of a workshop into the phases of its board. */
final class AgendaPhases {

  /**
   * The phase of the board in whose zone the notes of the run before lie; no line of the agenda.
   */
  static final String CARRIED = "carried";

  private AgendaPhases() {}

  /**
   * What the board goes through.
   *
   * @param zones the headings of the notes of each phase, by its id
   */
  static List<NewPhase> of(Workshop workshop, Map<String, List<String>> zones) {
    List<NewPhase> ofBoard = new ArrayList<>();
    List<String> collected = new ArrayList<>(carried(zones));
    for (String key : collected) {
      List<String> own = zones.getOrDefault(key, List.of());
      ofBoard.add(
          NewPhase.collecting(key, own.getFirst(), "", Hat.ADMINISTRATION, own)
              .withoutNotes()
              .withOrderBy(Hands.LEAD));
    }
    for (Phase phase : workshop.opening()) {
      List<String> own = zones.getOrDefault(phase.key(), List.of());
      NewPhase open = open(phase, own, List.copyOf(collected));
      ofBoard.add(
          phase.state() == PhaseState.CLOSED ? open.withoutNotes().withOrderBy(Hands.LEAD) : open);
      if (!own.isEmpty()) {
        collected.add(phase.key());
      }
    }
    return ofBoard;
  }

  private static List<String> carried(Map<String, List<String>> zones) {
    return zones.getOrDefault(CARRIED, List.of()).isEmpty() ? List.of() : List.of(CARRIED);
  }

  /** The phase as its opening makes it. */
  static NewPhase open(Workshop workshop, Phase phase, Map<String, List<String>> zones) {
    return open(
        phase,
        zones.getOrDefault(phase.key(), List.of()),
        collected(workshop, phase.position(), zones));
  }

  /** The last phase once more, in which everybody writes and nothing else is done. */
  static NewPhase afterwards(Workshop workshop, Map<String, List<String>> zones) {
    Phase last = workshop.steps().getLast();
    return made(
            last,
            zones.getOrDefault(last.key(), List.of()),
            collected(workshop, last.position(), zones))
        .withNotesBy(Hands.ALL)
        .withOrderBy(Hands.LEAD);
  }

  /** What was collected before that place of the agenda. */
  private static List<String> collected(
      Workshop workshop, int position, Map<String, List<String>> zones) {
    List<String> collected = new ArrayList<>(carried(zones));
    workshop.steps().stream()
        .filter(other -> other.position() < position)
        .map(Phase::key)
        .filter(key -> !zones.getOrDefault(key, List.of()).isEmpty())
        .forEach(collected::add);
    return collected;
  }

  private static NewPhase made(Phase phase, List<String> zones, List<String> collected) {
    return phase.kind() == PhaseKind.COLLECT
        ? NewPhase.collecting(phase.key(), phase.title(), phase.instruction(), phase.hat(), zones)
        : NewPhase.showing(phase.key(), phase.title(), phase.instruction(), phase.hat(), collected);
  }

  private static NewPhase open(Phase phase, List<String> zones, List<String> collected) {
    NewPhase made = made(phase, zones, collected);
    PhasePolicy policy = phase.policy();
    NewPhase written =
        switch (policy.writers()) {
          case NOBODY -> made.withoutNotes();
          case LEAD -> made.withNotesBy(Hands.LEAD);
          case ALL -> made.withNotesBy(Hands.ALL);
        };
    NewPhase covered = policy.covered() ? written.withNotesCovered() : written;
    NewPhase dotted = phase.hidesDots() ? covered.withSecretTotals() : covered;
    NewPhase weighed = dotted.withOrderBy(policy.movers()).withDots(phase.dots());
    // Where people weigh, they say what it costs too.
    return phase.dots() > 0 && phase.kind() != PhaseKind.COLLECT
        ? weighed.withMarksByAll()
        : weighed;
  }
}
