package org.allmende.people;

import java.time.Instant;

/**
 * An API token as its owner sees it after it was made.
 *
 * @param id the beginning of its hash, enough to tell it apart
 */
record KnownToken(String id, String name, Instant createdAt) {

  /** How many characters of the hash stand for the token. */
  static final int SHOWN = 16;
}
