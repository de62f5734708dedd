package org.allmende.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.board.BoardNote;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;

/** Everything said in a workshop, phase by phase and zone by zone, with what each note became. */
record Results(List<Round> rounds, int notes) {

  /** One phase in which notes were written. */
  record Round(String title, List<ZoneNotes> zones) {}

  /** The notes of one zone, those with most dots first. */
  record ZoneNotes(String title, List<Said> notes) {}

  /**
   * One note.
   *
   * @param text what it says, as far as that is not hidden
   * @param harvest what it became, null as long as nobody decided
   */
  record Said(BoardNote note, String text, @Nullable Harvest harvest) {

    Ref ref() {
      return HarvestTargets.ref(note.id());
    }

    /** Whether its words are moderated here, and not with the wish or potential it became. */
    boolean isModeratedHere() {
      return harvest == null || harvest.target() == null;
    }
  }

  static Results of(List<BoardNote> notes, Map<NoteId, Harvest> harvests, Map<Ref, String> slips) {
    Map<String, Map<String, List<Said>>> rounds = new LinkedHashMap<>();
    for (BoardNote note : notes) {
      rounds
          .computeIfAbsent(note.phaseTitle(), phase -> new LinkedHashMap<>())
          .computeIfAbsent(note.zoneTitle(), zone -> new ArrayList<>())
          .add(
              new Said(
                  note,
                  slips.getOrDefault(HarvestTargets.ref(note.id()), note.text()),
                  harvests.get(note.id())));
    }
    return new Results(
        rounds.entrySet().stream()
            .map(round -> new Round(round.getKey(), zones(round.getValue())))
            .toList(),
        notes.size());
  }

  private static List<ZoneNotes> zones(Map<String, List<Said>> zones) {
    return zones.entrySet().stream()
        .map(zone ->
            new ZoneNotes(
                zone.getKey(),
                zone.getValue().stream()
                    .sorted((one, other) -> Integer.compare(other.note().dots(), one.note().dots()))
                    .toList()))
        .toList();
  }
}
