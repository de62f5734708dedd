package org.allmende.board;

/** A note on a board. */
public record NoteId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
