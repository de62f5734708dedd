package org.allmende.base.id;

import java.util.Optional;

/**
 * A reference to anything by kind and id, for modules that must not know each other.
 *
 * @param kind a word of the dictionary such as {@code wish} or {@code dataset}
 * @param id the record's id
 */
public record Ref(String kind, String id) {

  /** Reads the text form {@code kind:id}. */
  public static Ref parse(String text) {
    return read(text).orElseThrow(() -> new IllegalArgumentException("not a reference: " + text));
  }

  /** Reads what a form or an address names; nothing if no reference looks like it. */
  public static Optional<Ref> read(String given) {
    int colon = given.indexOf(':');
    // PostgreSQL refuses texts with a NUL.
    if (colon < 1 || colon == given.length() - 1 || given.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Optional.of(new Ref(given.substring(0, colon), given.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
