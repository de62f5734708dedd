package org.allmende.board;

import org.allmende.base.web.PlainText;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A short reply to a note, as it is stored.
 *
 * @param author the person's id, null once erased
 * @param seq the operation that brought it
 */
record Comment(String id, String note, @Nullable String author, String text, long seq) {

  static final int LIMIT = 200;

  /** So many on one note; more would be a talk of its own. */
  static final int MOST = 20;

  boolean isBy(BoardAccess reader) {
    return reader.person().value().equals(author);
  }

  /**
   * Its words as somebody sent them.
   *
   * @throws Problem 422 if they are blank or too many
   */
  static String words(String sent) {
    String text = PlainText.of(sent);
    if (text.isEmpty()) {
      throw Problem.invalid("board.refused.empty_comment");
    }
    int length = text.codePointCount(0, text.length());
    if (length > LIMIT) {
      throw Problem.invalid("board.refused.comment_too_long", LIMIT, length);
    }
    return text;
  }
}
