package org.allmende.tabular;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Yes and no in the words of people and programs. */
final class TruthText {
  static final List<ValueFormat> GUESSED =
      List.of(ValueFormat.JA_NEIN, ValueFormat.WAHR_FALSCH, ValueFormat.TRUE_FALSE);

  private static final int LONGEST = 6;

  private TruthText() {}

  /** Yes or no; null when the text is neither in this format. */
  static @Nullable Boolean parse(String text, ValueFormat format) {
    if (text.length() > LONGEST) {
      return null;
    }
    String word = text.toLowerCase(Locale.ROOT);
    return switch (format) {
      case JA_NEIN -> either(word, "ja", "nein");
      case WAHR_FALSCH -> either(word, "wahr", "falsch");
      case TRUE_FALSE -> either(word, "true", "false");
      case ONE_ZERO -> either(word, "1", "0");
      case X_OR_EMPTY -> either(word, "x", "");
      default -> throw new IllegalArgumentException("No format of yes and no: " + format);
    };
  }

  private static @Nullable Boolean either(String word, String yes, String no) {
    if (word.equals(yes)) {
      return true;
    }
    return word.equals(no) ? false : null;
  }
}
