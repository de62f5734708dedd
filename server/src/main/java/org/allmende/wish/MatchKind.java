package org.allmende.wish;

import java.util.Locale;

/** How well data answer a wish. */
public enum MatchKind {
  EXACT,
  PARTIAL,
  DERIVABLE,
  SUBSTITUTE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
