package org.allmende.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.board.Hands;
import org.allmende.board.NewPhase;

/** Turns the agenda of a workshop into the phases of its board. */
final class AgendaPhases {

  private AgendaPhases() {}

  /**
   * What the board goes through.
   *
   * @param zones the headings of the notes of each phase, by its id
   */
  static List<NewPhase> of(Workshop workshop, Map<String, List<String>> zones) {
    List<NewPhase> ofBoard = new ArrayList<>();
    List<String> collected = new ArrayList<>();
    for (Phase phase : workshop.steps()) {
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

  /** The phase as its opening makes it. */
  static NewPhase open(Workshop workshop, Phase phase, Map<String, List<String>> zones) {
    List<String> collected =
        workshop.steps().stream()
            .filter(other -> other.position() < phase.position())
            .map(Phase::key)
            .filter(key -> !zones.getOrDefault(key, List.of()).isEmpty())
            .toList();
    return open(phase, zones.getOrDefault(phase.key(), List.of()), collected);
  }

  private static NewPhase open(Phase phase, List<String> zones, List<String> collected) {
    NewPhase made =
        phase.kind() == PhaseKind.COLLECT
            ? NewPhase.collecting(
                phase.key(), phase.title(), phase.instruction(), phase.hat(), zones)
            : NewPhase.showing(
                phase.key(), phase.title(), phase.instruction(), phase.hat(), collected);
    PhasePolicy policy = phase.policy();
    NewPhase written =
        switch (policy.writers()) {
          case NOBODY -> made.withoutNotes();
          case LEAD -> made.withNotesBy(Hands.LEAD);
          case ALL -> made.withNotesBy(Hands.ALL);
        };
    NewPhase covered = policy.covered() ? written.withNotesCovered() : written;
    NewPhase weighed = covered.withOrderBy(policy.movers()).withDots(phase.dots());
    // Where people weigh, they say what it costs too.
    return phase.dots() > 0 && phase.kind() != PhaseKind.COLLECT
        ? weighed.withMarksByAll()
        : weighed;
  }
}
