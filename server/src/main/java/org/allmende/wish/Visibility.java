package org.allmende.wish;

import java.util.Locale;

/** Whether something may leave the staff of its tenants. */
public enum Visibility {
  INTERNAL,
  PUBLIC;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
