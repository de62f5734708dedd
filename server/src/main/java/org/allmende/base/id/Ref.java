package org.allmende.base.id;

/**
 * A reference to anything by kind and id, for modules that must not know each other.
 *
 * @param kind a word of the dictionary such as {@code wish} or {@code dataset}
 * @param id the record's id
 */
public record Ref(String kind, String id) {

  /** Reads the text form {@code kind:id}. */
  public static Ref parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("not a reference: " + text);
    }
    return new Ref(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
