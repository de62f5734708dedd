package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.board.BoardNote;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * What stands on notes and stays with those who lead, also when the results are released: nobody
 * has looked through the replies, and the tables named themselves for the room.
 */
record Withheld(Map<NoteId, List<String>> comments, Map<NoteId, String> tables) {

  /** For all others. */
  static final Withheld NOTHING = new Withheld(Map.of(), Map.of());

  static Withheld of(Results results, Map<NoteId, List<String>> comments) {
    return new Withheld(
        comments,
        results.rounds().stream()
            .flatMap(round -> round.zones().stream())
            .flatMap(zone -> zone.notes().stream())
            .map(Results.Said::note)
            .filter(note -> note.marks().table() != null)
            .collect(Collectors.toMap(BoardNote::id, note -> note.marks().table())));
  }

  /** The replies to the note, oldest first. */
  List<String> comments(BoardNote note) {
    return comments.getOrDefault(note.id(), List.of());
  }

  /** The table that wrote the note; null if a person did. */
  @Nullable String table(BoardNote note) {
    return tables.get(note.id());
  }
}
