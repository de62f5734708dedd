package org.allmende.catalog;

/**
 * Names a topic in addresses, forms and rows; it never changes.
 *
 * @param slug derived once from the last parts of the topic's IRI, such as {@code
 *     spielplatz-und-spielstaette}
 */
public record TopicId(String slug) {

  @Override
  public String toString() {
    return slug;
  }
}
