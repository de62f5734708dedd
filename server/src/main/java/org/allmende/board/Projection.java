package org.allmende.board;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows a board to one reader: what that reader must not see is left out here, before anything is
 * written.
 */
@Component
class Projection {

  /** All of it, as the open phase shows it. */
  BoardView view(LiveBoard board, BoardAccess reader) {
    Moment now = board.now();
    return view(board, reader, notes(board, reader, own(board, reader), board.shown()));
  }

  /** The same with the notes left out. */
  BoardView withoutNotes(LiveBoard board, BoardAccess reader) {
    return view(board, reader, List.of());
  }

  private BoardView view(LiveBoard board, BoardAccess reader, List<BoardView.NoteView> notes) {
    Moment now = board.now();
    return new BoardView(
        board.id().value(),
        now.board().tenant().slug(),
        board.seq(),
        phase(now),
        you(now, reader, own(board, reader)),
        zones(now, reader, covered(board)),
        notes);
  }

  /** What the reader may see of these notes. */
  List<BoardView.NoteView> notes(
      LiveBoard board, BoardAccess reader, Map<String, Integer> own, Collection<Note> of) {
    Moment now = board.now();
    return of.stream()
        .filter(note -> now.sees(reader, note))
        .map(note -> note(board, reader, own, note))
        .toList();
  }

  /** The reader's dots in the open phase, by note. */
  Map<String, Integer> own(LiveBoard board, BoardAccess reader) {
    Phase phase = board.now().phase();
    return phase == null ? Map.of() : board.dots(phase.key(), reader.person());
  }

  /** The zones with how many notes of others are covered. */
  List<BoardView.ZoneView> zones(
      Moment now, BoardAccess reader, Map<String, Map<String, Integer>> covered) {
    return now.zones(reader).stream()
        .map(zone ->
            new BoardView.ZoneView(
                zone.id(),
                zone.title(),
                zone.covered(),
                others(covered.getOrDefault(zone.id(), Map.of()), reader),
                zone.group()))
        .toList();
  }

  /** How many notes the covered zones have, by author. */
  Map<String, Map<String, Integer>> covered(LiveBoard board) {
    List<String> zones = board.now().zones().stream().filter(Zone::covered).map(Zone::id).toList();
    return zones.isEmpty() ? Map.of() : board.counts(zones);
  }

  private static int others(Map<String, Integer> byAuthor, BoardAccess reader) {
    return byAuthor.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(reader.person().value()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  BoardView.YouView you(Moment now, BoardAccess reader, Map<String, Integer> own) {
    Phase phase = now.phase();
    int given = own.values().stream().mapToInt(Integer::intValue).sum();
    return new BoardView.YouView(
        reader.name(),
        reader.leads(),
        now.writes(reader),
        now.moves(reader),
        now.points(reader),
        now.marks(reader),
        now.comments(reader),
        now.seats().get(reader.person().value()),
        phase == null ? 0 : Math.max(0, phase.dots() * reader.people() - given));
  }

  private static BoardView.@Nullable PhaseView phase(Moment now) {
    Phase phase = now.phase();
    return phase == null
        ? null
        : new BoardView.PhaseView(
            phase.key(),
            phase.title(),
            phase.task(),
            phase.hat(),
            now.board().locked(),
            phase.writing(),
            phase.dots(),
            phase.totals(),
            phase.groups());
  }

  /** What the reader is told of one note. */
  BoardView.NoteView note(
      LiveBoard board, BoardAccess reader, Map<String, Integer> own, Note note) {
    Phase phase = board.now().phase();
    NoteMarks marks = note.marks();
    return new BoardView.NoteView(
        note.id(),
        note.zone(),
        note.rank(),
        note.text(),
        note.hat(),
        note.isBy(reader),
        phase != null && phase.totals() ? (Integer) note.dots() : null,
        own.getOrDefault(note.id(), 0),
        note.on(),
        note.version(),
        note.seq(),
        marks.table(),
        marks.group(),
        marks.late(),
        marks.effort(),
        marks.risk(),
        note.isParked(),
        board.comments(note.id()).stream()
            .map(comment ->
                new BoardView.CommentView(comment.id(), comment.text(), comment.isBy(reader)))
            .toList());
  }
}
