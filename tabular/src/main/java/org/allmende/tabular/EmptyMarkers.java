package org.allmende.tabular;

import java.util.Locale;
import java.util.Set;

/** The marks by which statistics and offices say "no value". They count only in typed columns. */
final class EmptyMarkers {
  private static final Set<String> MARKERS =
      Set.of(
          "-",
          "–",
          "—",
          "--",
          "---",
          ".",
          "..",
          "...",
          "…",
          "/",
          "x",
          "*",
          "k.a.",
          "k. a.",
          "ka",
          "k.a",
          "n/a",
          "n.a.",
          "na",
          "#n/a",
          "#nv",
          "null",
          "nan",
          "keine angabe");

  private static final int LONGEST = 12;

  private EmptyMarkers() {}

  static boolean contains(String text) {
    return text.length() <= LONGEST
        && MARKERS.contains(text.replace('\u00a0', ' ').toLowerCase(Locale.ROOT));
  }
}
