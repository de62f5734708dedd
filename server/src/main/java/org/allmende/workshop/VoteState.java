package org.allmende.workshop;

import java.util.Locale;

/** Whether a vote is still to be asked, being answered, or counted. */
public enum VoteState {
  PREPARED,
  OPEN,
  CLOSED;

  /** The word used in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
