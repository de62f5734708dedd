package org.allmende.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note as it is taken along: what the results show, and nothing of who wrote it.
 *
 * @param on the id of the note it lies on, null outside a stack
 * @param became what the harvest made of it, null while nobody decided
 */
record NoteLine(
    String id,
    String phase,
    String zone,
    String text,
    String hat,
    int dots,
    @Nullable String on,
    @Nullable String became) {

  /** What a line of the table says, in this order. */
  static final List<String> COLUMNS = List.of("phase", "zone", "text", "hat", "dots", "became");

  /** In the order of the results. */
  static List<NoteLine> of(Results results) {
    return results.rounds().stream()
        .flatMap(round -> round.zones().stream())
        .flatMap(zone -> zone.notes().stream())
        .map(NoteLine::of)
        .toList();
  }

  private static NoteLine of(Results.Said said) {
    var note = said.note();
    var on = note.stackedOn();
    var harvest = said.harvest();
    return new NoteLine(
        note.id().value(),
        note.phaseTitle(),
        note.zoneTitle(),
        said.text(),
        note.hat().key(),
        note.dots(),
        on == null ? null : on.value(),
        harvest == null ? null : harvest.kind().key());
  }
}
