package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
      boolean totals,
      GroupWork groups) {}

  /**
   * The reader.
   *
   * @param writes whether the reader may write notes now
   * @param moves whether the reader may order notes now
   * @param points whether the reader may set dots now
   * @param marks whether the reader may mark effort and risk now
   * @param comments whether the reader may reply to notes now
   * @param group the group the reader sits in, null unless the groups write apart
   */
  public record YouView(
      String name,
      boolean leads,
      boolean writes,
      boolean moves,
      boolean points,
      boolean marks,
      boolean comments,
      @Nullable Integer group,
      int dotsLeft) {

    /** Whether there is anything the reader may do now. */
    @JsonIgnore
    public boolean isActive() {
      return writes || moves || points || marks || comments;
    }
  }

  /**
   * A zone.
   *
   * @param covered whether others' notes are covered
   * @param others how many notes of others are covered
   * @param group the group that writes in it, null for everybody's
   */
  public record ZoneView(
      String id, String title, boolean covered, int others, @Nullable Integer group) {}

  /**
   * A reply to a note.
   *
   * @param mine whether the reader wrote it
   */
  public record CommentView(String id, String text, boolean mine) {}

  /**
   * A note.
   *
   * @param dots the dots of all, null when they are secret
   * @param own the reader's dots
   * @param on the note it lies on
   * @param table the name of the table that wrote it with one device, null for a person
   * @param group the group it was written in, null for everybody's
   * @param late whether it was written after the time of its phase was up; left out if not
   * @param parked whether it is put aside for later; left out if not
   * @param comments the replies, oldest first; left out if there are none
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
      long seq,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String table,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer group,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean late,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Effort effort,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Risk risk,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean parked,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CommentView> comments) {

    /** What is marked on it, for templates. */
    @JsonIgnore
    public NoteMarks marks() {
      return new NoteMarks(table, group, late, effort, risk, null);
    }
  }

  BoardView withNotes(List<NoteView> others) {
    return new BoardView(id, tenant, seq, phase, you, zones, others);
  }

  /** The notes of a zone that lie on no other. */
  public List<NoteView> notesOf(ZoneView zone) {
    return notes.stream()
        .filter(note -> note.zone().equals(zone.id()) && note.on() == null && !note.parked())
        .toList();
  }

  /** How many dots the reader may give in all, given ones too; more than one person has more. */
  public int dots() {
    return you.dotsLeft() + notes.stream().mapToInt(NoteView::own).sum();
  }

  /** The parked notes that lie on no other. */
  public List<NoteView> parked() {
    return notes.stream().filter(note -> note.parked() && note.on() == null).toList();
  }

  /** The notes that lie on this one. */
  public List<NoteView> stackedOn(NoteView note) {
    return notes.stream().filter(other -> note.id().equals(other.on())).toList();
  }
}
