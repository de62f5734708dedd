package org.allmende.board;

import org.jspecify.annotations.Nullable;

/**
 * A note as it is stored.
 *
 * @param author the person's id, null once erased
 * @param dots the dots of all people
 * @param marks what stands on it beside its words
 */
record Note(
    String id,
    String board,
    String zone,
    String rank,
    String text,
    Hat hat,
    @Nullable String author,
    @Nullable String on,
    int version,
    long seq,
    int dots,
    boolean deleted,
    NoteMarks marks) {

  /** Stands for a place among the notes of a zone; sorts before all notes of that rank. */
  static Note ranked(String rank) {
    return new Note(
        "", "", "", rank, "", Hat.DEPARTMENT, null, null, 0, 0, 0, false, NoteMarks.NONE);
  }

  boolean isBy(BoardAccess reader) {
    return reader.person().value().equals(author);
  }

  Note worded(String other, Hat otherHat) {
    return new Note(
        id, board, zone, rank, other, otherHat, author, on, version + 1, seq, dots, deleted, marks);
  }

  Note placed(String otherZone, String otherRank, @Nullable String onto) {
    return new Note(
        id, board, otherZone, otherRank, text, hat, author, onto, version, seq, dots, deleted,
        marks);
  }

  /** Taken away; it lies on no other any more. */
  Note removed() {
    return new Note(
        id, board, zone, rank, text, hat, author, null, version, seq, dots, true, marks);
  }

  Note restored() {
    return new Note(
        id, board, zone, rank, text, hat, author, null, version, seq, dots, false, marks);
  }

  Note withDots(int total) {
    return new Note(
        id, board, zone, rank, text, hat, author, on, version, seq, total, deleted, marks);
  }

  Note touchedBy(long operation) {
    return new Note(
        id, board, zone, rank, text, hat, author, on, version, operation, dots, deleted, marks);
  }

  Note marked(NoteMarks other) {
    return new Note(
        id, board, zone, rank, text, hat, author, on, version, seq, dots, deleted, other);
  }

  boolean isParked() {
    return marks.parked() != null;
  }
}
