package org.allmende.board;

/** A board. */
public record BoardId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
