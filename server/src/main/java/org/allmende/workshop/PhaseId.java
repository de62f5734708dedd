package org.allmende.workshop;

/** Names a phase of a workshop. */
public record PhaseId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
