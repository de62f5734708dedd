package org.allmende.base.web;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What people may write: letters and line ends, no control characters, which the database could not
 * keep, and no halves of characters.
 */
public final class PlainText {

  private static final Pattern DROPPED = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

  private PlainText() {}

  /** What was sent without what nobody may write, in one form of Unicode, and without edges. */
  public static String of(String sent) {
    String lines = sent.replace("\r\n", "\n").replace('\r', '\n');
    return Normalizer.normalize(DROPPED.matcher(lines).replaceAll(""), Normalizer.Form.NFC).strip();
  }

  /** Whether nothing of it would be dropped. */
  public static boolean isKept(String sent) {
    return !DROPPED.matcher(sent).find();
  }
}
