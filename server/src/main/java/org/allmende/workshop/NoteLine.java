package org.allmende.workshop;

import java.util.List;
import org.allmende.board.NoteMarks;
import org.jspecify.annotations.Nullable;

/**
 * A note as it is taken along: what the results show, and nothing of who wrote it.
 *
 * @param table the name of the table that wrote it; only for those who lead
 * @param group the group it was written in, null for everybody's
 * @param effort {@code low}, {@code medium} or {@code high}, null while nobody said
 * @param risk {@code risk} or {@code legal}, null where nobody sees one
 * @param late whether it was written after its time was up
 * @param parked whether it was put aside for later
 * @param on the id of the note it lies on, null outside a stack
 * @param became what the harvest made of it, null while nobody decided
 * @param comments the replies to it, oldest first; only for those who lead
 */
record NoteLine(
    String id,
    String phase,
    @Nullable String table,
    @Nullable Integer group,
    String zone,
    String text,
    String hat,
    int dots,
    @Nullable String effort,
    @Nullable String risk,
    boolean late,
    boolean parked,
    @Nullable String on,
    @Nullable String became,
    List<String> comments) {

  /** What a line of the table says, in this order. */
  static final List<String> COLUMNS =
      List.of(
          "phase",
          "group",
          "zone",
          "text",
          "hat",
          "dots",
          "effort",
          "risk",
          "late",
          "parked",
          "became",
          "table",
          "comments");

  /** In the order of the results. */
  static List<NoteLine> of(Results results, Withheld withheld) {
    return results.rounds().stream()
        .flatMap(round -> round.zones().stream())
        .flatMap(zone -> zone.notes().stream())
        .map(said -> of(said, withheld))
        .toList();
  }

  private static NoteLine of(Results.Said said, Withheld withheld) {
    var note = said.note();
    var on = note.stackedOn();
    var harvest = said.harvest();
    NoteMarks marks = note.marks();
    return new NoteLine(
        note.id().value(),
        note.phaseTitle(),
        withheld.table(note),
        marks.group(),
        note.zoneTitle(),
        said.text(),
        note.hat().key(),
        note.dots(),
        marks.effort() == null ? null : marks.effort().key(),
        marks.risk() == null ? null : marks.risk().key(),
        marks.late(),
        marks.parked() != null,
        on == null ? null : on.value(),
        harvest == null ? null : harvest.kind().key(),
        withheld.comments(note));
  }
}
