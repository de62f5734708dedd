package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board as one reader may see it.
 *
 * @param seq the number of the last operation it contains
 * @param phase the open phase, null before the first
 * @param notes in reading order: zone, then rank
 */
public record BoardView(
    String id,
    String tenant,
    long seq,
    @Nullable PhaseView phase,
    YouView you,
    List<ZoneView> zones,
    List<NoteView> notes) {

  /** The open phase. */
  public record PhaseView(
      String key,
      String title,
      String task,
      Hat hat,
      boolean locked,
      boolean writing,
      int dots,
      boolean totals) {}

  /**
   * The reader.
   *
   * @param writes whether the reader may write notes now
   * @param moves whether the reader may order notes now
   * @param points whether the reader may set dots now
   */
  public record YouView(
      String name, boolean leads, boolean writes, boolean moves, boolean points, int dotsLeft) {}

  /**
   * A zone.
   *
   * @param covered whether others' notes are covered
   * @param others how many notes of others are covered
   */
  public record ZoneView(String id, String title, boolean covered, int others) {}

  /**
   * A note.
   *
   * @param dots the dots of all, null when they are secret
   * @param own the reader's dots
   * @param on the note it lies on
   */
  // What differs from note to note stands together, so that a long board compresses well.
  @JsonPropertyOrder({"id", "rank", "seq", "version", "text"})
  public record NoteView(
      String id,
      String zone,
      String rank,
      String text,
      Hat hat,
      boolean mine,
      @Nullable Integer dots,
      int own,
      @Nullable String on,
      int version,
      long seq) {}

  /** The notes of a zone that lie on no other. */
  public List<NoteView> notesOf(ZoneView zone) {
    return notes.stream()
        .filter(note -> note.zone().equals(zone.id()) && note.on() == null)
        .toList();
  }

  /** The notes that lie on this one. */
  public List<NoteView> stackedOn(NoteView note) {
    return notes.stream().filter(other -> note.id().equals(other.on())).toList();
  }
}
