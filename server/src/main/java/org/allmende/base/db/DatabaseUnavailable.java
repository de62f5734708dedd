package org.allmende.base.db;

/** There is no database to work with; the sentence says why, for the operator. */
public final class DatabaseUnavailable extends RuntimeException {
  DatabaseUnavailable(String sentence) {
    super(sentence);
  }

  DatabaseUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
