package org.allmende.board;

import org.jspecify.annotations.Nullable;

/**
 * A note as it is stored.
 *
 * @param author the person's id, null once erased
 * @param dots the dots of all people
 */
record Note(
    String id,
    String board,
    String zone,
    String rank,
    String text,
    Hat hat,
    @Nullable String author,
    @Nullable String on,
    int version,
    long seq,
    int dots,
    boolean deleted) {

  boolean isBy(BoardAccess reader) {
    return reader.person().value().equals(author);
  }
}
