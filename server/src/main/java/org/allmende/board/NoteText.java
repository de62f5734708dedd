package org.allmende.board;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.allmende.base.web.Problem;

/** The words of a note: never blank, never cut. */
record NoteText(String value) {

  static final int LIMIT = 500;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

  /**
   * Reads what somebody sent.
   *
   * @throws Problem 422 if it is blank or too long
   */
  static NoteText of(String sent) {
    String text = clean(sent);
    if (text.isEmpty()) {
      throw Problem.invalid("board.refused.empty");
    }
    int length = text.codePointCount(0, text.length());
    if (length > LIMIT) {
      throw Problem.invalid("board.refused.too_long", LIMIT, length);
    }
    return new NoteText(text);
  }

  /** Without control characters, which the log could not keep. */
  static String clean(String sent) {
    String lines = sent.replace("\r\n", "\n").replace('\r', '\n');
    return Normalizer.normalize(CONTROL.matcher(lines).replaceAll(""), Normalizer.Form.NFC).strip();
  }
}
