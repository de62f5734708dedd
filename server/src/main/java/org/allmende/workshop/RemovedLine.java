package org.allmende.workshop;

import java.util.List;

/**
 * A line that was taken out of the agenda and can be put back.
 *
 * @param zones the headings its notes stood under
 * @param place how many lines stand before it
 */
public record RemovedLine(
    PhaseId id, PhaseKind kind, String title, int minutes, List<String> zones, int place) {

  String key() {
    return id.value();
  }
}
