package org.allmende.workshop;

import java.util.List;
import org.allmende.board.Hat;

/**
 * One line of an agenda, as it is planned.
 *
 * @param dots how many each person has in it
 * @param zones the headings under which notes are written
 */
record AgendaLine(
    PhaseKind kind,
    int minutes,
    String title,
    String instruction,
    Hat hat,
    int dots,
    List<String> zones,
    PhasePolicy policy) {

  AgendaLine lasting(int other) {
    return new AgendaLine(kind, other, title, instruction, hat, dots, zones, policy);
  }
}
