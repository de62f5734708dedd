package org.allmende.workshop;

import java.util.Locale;

/** What became of a question. */
enum QuestionState {
  OPEN,
  /** Is being answered aloud. */
  CALLED,
  ANSWERED,
  /** Was taken off the list. */
  REMOVED;

  /** The word used in the API. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
