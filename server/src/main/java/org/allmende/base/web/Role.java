package org.allmende.base.web;

import java.util.Locale;

/** What a person may do within one tenant; granted there and nowhere else. */
public enum Role {
  /** Knows the data of a department: offers potentials, keeps commitments, uploads and submits. */
  OFFICER,
  /** Moderates, decides matches, makes commitments, publishes. */
  STEWARD,
  /** Runs workshops. */
  FACILITATOR,
  /** Looks after people, departments and the look of the tenant. */
  ADMIN;

  /** The word used in URLs, tokens and messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
