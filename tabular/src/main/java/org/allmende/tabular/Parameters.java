package org.allmende.tabular;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of a reason into short texts. */
final class Parameters {
  private static final int LONGEST = 80;

  private Parameters() {}

  static List<String> texts(@Nullable Object... parameters) {
    return Arrays.stream(parameters).map(String::valueOf).map(Parameters::shortened).toList();
  }

  /** Cuts between characters, never inside a surrogate pair. */
  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
