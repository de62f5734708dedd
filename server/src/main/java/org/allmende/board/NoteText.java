package org.allmende.board;

import org.allmende.base.web.PlainText;
import org.allmende.base.web.Problem;

/** The words of a note: never blank, never cut. */
record NoteText(String value) {

  static final int LIMIT = 500;

  /**
   * Reads what somebody sent.
   *
   * @throws Problem 422 if it is blank or too long
   */
  static NoteText of(String sent) {
    String text = PlainText.of(sent);
    if (text.isEmpty()) {
      throw Problem.invalid("board.refused.empty");
    }
    int length = text.codePointCount(0, text.length());
    if (length > LIMIT) {
      throw Problem.invalid("board.refused.too_long", LIMIT, length);
    }
    return new NoteText(text);
  }
}
