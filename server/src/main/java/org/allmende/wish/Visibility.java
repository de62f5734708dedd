package org.allmende.wish;

import java.util.Locale;

/** Whether something may leave the staff of its tenants. */
enum Visibility {
  INTERNAL,
  PUBLIC;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
