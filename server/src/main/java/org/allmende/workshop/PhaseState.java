package org.allmende.workshop;

import java.util.Locale;

/** Whether a phase is still to come, going on, or over. */
public enum PhaseState {
  PLANNED,
  OPEN,
  CLOSED;

  /** The word used in the API and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
