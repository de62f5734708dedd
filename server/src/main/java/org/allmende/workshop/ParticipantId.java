package org.allmende.workshop;

/** Names somebody's place in one workshop. */
public record ParticipantId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
