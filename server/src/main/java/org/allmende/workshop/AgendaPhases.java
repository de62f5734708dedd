package org.allmende.workshop;

import java.util.ArrayList;
import java.util.List;
import org.allmende.base.id.Ids;
import org.allmende.board.NewPhase;

/** Turns a template into the agenda of one workshop and into the phases of its board. */
final class AgendaPhases {

  private AgendaPhases() {}

  /** Writes the agenda and returns what the board goes through. */
  static List<NewPhase> insert(WorkshopStore store, WorkshopId workshop, AgendaTemplate template) {
    List<NewPhase> ofBoard = new ArrayList<>();
    List<String> collected = new ArrayList<>();
    int position = 0;
    for (AgendaTemplate.Line line : template.lines()) {
      var phase = new PhaseId(Ids.next());
      store.insert(workshop, phase, position++, line);
      if (line.kind() == PhaseKind.COLLECT) {
        collected.add(phase.value());
      }
      if (line.kind().isStep()) {
        ofBoard.add(phase(phase.value(), line, List.copyOf(collected)));
      }
    }
    return ofBoard;
  }

  private static NewPhase phase(String key, AgendaTemplate.Line line, List<String> collected) {
    NewPhase phase =
        line.kind() == PhaseKind.COLLECT
            ? NewPhase.collecting(key, line.title(), line.instruction(), line.hat(), line.zones())
            : NewPhase.showing(key, line.title(), line.instruction(), line.hat(), collected);
    return line.dots() == 0 ? phase : phase.withDots(line.dots());
  }
}
