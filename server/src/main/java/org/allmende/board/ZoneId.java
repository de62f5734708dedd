package org.allmende.board;

/** A zone of a board. */
public record ZoneId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
