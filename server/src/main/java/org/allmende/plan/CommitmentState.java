package org.allmende.plan;

import java.util.Locale;

/** How far a commitment is; the five steps everybody sees. */
public enum CommitmentState {
  ACCEPTED,
  OBTAINED,
  CHECKED,
  READY,
  PUBLISHED;

  /** The word used in messages and in the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
