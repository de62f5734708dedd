package org.allmende.comment;

import java.util.Locale;

/** What a text must not be; the house rules say it in full. */
public enum Rule {
  INSULT,
  PERSONAL,
  ADVERTISING,
  UNLAWFUL,
  OTHER;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
