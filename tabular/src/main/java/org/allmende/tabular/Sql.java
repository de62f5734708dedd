package org.allmende.tabular;

import java.util.List;

/** A statement made by us, and the values that came from outside. */
record Sql(String text, List<Object> parameters) {
  static Sql of(String text) {
    return new Sql(text, List.of());
  }
}
