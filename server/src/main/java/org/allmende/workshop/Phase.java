package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import org.allmende.board.Hat;
import org.jspecify.annotations.Nullable;

/**
 * One line of the agenda.
 *
 * @param instruction what people are asked to do
 * @param minutes how long it is planned to take
 * @param hat the one a note is written with when its author chooses none
 * @param dots how many dots each person has in it
 * @param policy what opening it does
 * @param prepared whether something to be shown in it was prepared
 * @param endsAt what the clock counts down to while it is open, else null
 */
public record Phase(
    PhaseId id,
    int position,
    PhaseKind kind,
    String title,
    String instruction,
    int minutes,
    Hat hat,
    int dots,
    PhasePolicy policy,
    PhaseState state,
    boolean prepared,
    @Nullable Instant openedAt,
    @Nullable Instant endsAt) {

  /** The name the board knows it by. */
  String key() {
    return id.value();
  }

  /** It as it is planned, with the headings its notes stand under. */
  AgendaLine line(List<String> zones) {
    return new AgendaLine(kind, minutes, title, instruction, hat, dots, zones, policy);
  }

  /** Whether each group writes in zones of its own, once there are groups. */
  boolean writesInGroups() {
    return kind == PhaseKind.COLLECT && policy.groups() != GroupMode.NONE;
  }

  /** Whether others' dots stay secret from its opening until they are revealed. */
  boolean hidesDots() {
    return policy.covered() && dots > 0;
  }

  /** Whether "next" leads to it: to a talk only where there is something to show. */
  public boolean isStep() {
    return kind.isWork()
        || kind == PhaseKind.BREAK
        || (kind == PhaseKind.INPUT && (prepared || state != PhaseState.PLANNED));
  }

  /** Whether it can be opened at all; people arrive while nothing is open. */
  public boolean canOpen() {
    return kind != PhaseKind.ARRIVAL;
  }

  boolean isOpen() {
    return state == PhaseState.OPEN;
  }
}
