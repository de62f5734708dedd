package org.allmende.reuse;

import java.util.Locale;

/** What was made of the data. */
public enum UseKind {
  APP,
  CHART,
  ARTICLE,
  INTERNAL,
  OTHER;

  /** The word used in messages and in the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
