package org.allmende.comment;

import java.util.Locale;

/** What a steward can decide about a text. */
enum Outcome {
  KEPT,
  HIDDEN,
  RESTORED;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
