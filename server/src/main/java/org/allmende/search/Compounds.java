package org.allmende.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes German compounds apart with a dictionary of the words towns use. A split must cover the
 * whole word, or all but an unknown first part of some length; so „Ångström“ holds no „Strom“, and
 * „Gesundheitsämter“ do hold „Ämter“.
 */
final class Compounds {

  private static final int SHORTEST_PART = 3;

  /** A shorter stem is in too many words: that of „Eltern“ in „handelt“. */
  private static final int SHORTEST_STEM = 4;

  private static final int SHORTEST_COMPOUND = 6;
  private static final int SHORTEST_UNKNOWN = 4;
  private static final int SHORTEST_HEAD = 4;
  private static final List<String> LINKS = List.of("", "s", "n", "es", "en", "er", "e");

  /** Folded words and their stems: the same form the text has when it is split. */
  private static final Set<String> DICTIONARY = dictionary();

  private Compounds() {}

  /** The stems of the parts of a folded word, empty if it is simple. */
  static List<String> parts(String folded) {
    if (folded.length() < SHORTEST_COMPOUND || DICTIONARY.contains(folded)) {
      return List.of();
    }
    List<String> parts = cover(folded, 0);
    if (parts == null) {
      parts = coverEnd(folded);
    }
    return parts == null || parts.size() < 2 ? List.of() : List.copyOf(parts);
  }

  /** The cover with the fewest parts; of equal ones the one whose first part is longest. */
  private static @Nullable List<String> cover(String word, int from) {
    if (from == word.length()) {
      return new ArrayList<>();
    }
    List<List<String>> covers = new ArrayList<>();
    for (int to = word.length(); to - from >= SHORTEST_PART; to--) {
      String part = part(word.substring(from, to), to == word.length());
      if (part != null && word.length() - to != 1 && word.length() - to != 2) {
        List<String> rest = cover(word, to);
        if (rest != null) {
          rest.addFirst(part);
          covers.add(rest);
        }
      }
    }
    return covers.stream().min(Comparator.comparingInt(List::size)).orElse(null);
  }

  private static @Nullable List<String> coverEnd(String word) {
    for (int from = SHORTEST_UNKNOWN; word.length() - from >= SHORTEST_HEAD; from++) {
      String head = part(word.substring(from), true);
      if (head != null) {
        return List.of(GermanText.stemFolded(word.substring(0, from)), head);
      }
    }
    return null;
  }

  /**
   * The stem of a stretch of a word if the dictionary knows it, inflected at the end or linked
   * within.
   */
  private static @Nullable String part(String stretch, boolean last) {
    if (DICTIONARY.contains(stretch)) {
      return GermanText.stemFolded(stretch);
    }
    String stem = GermanText.stemFolded(stretch);
    if (last) {
      return stem.length() >= SHORTEST_PART && DICTIONARY.contains(stem) ? stem : null;
    }
    for (String link : LINKS) {
      if (stretch.endsWith(link) && stretch.length() - link.length() >= SHORTEST_PART) {
        String bare = stretch.substring(0, stretch.length() - link.length());
        if (DICTIONARY.contains(bare)) {
          return GermanText.stemFolded(bare);
        }
      }
    }
    return null;
  }

  private static Set<String> dictionary() {
    Set<String> known = new HashSet<>();
    for (String word : Lines.of("parts.txt")) {
      String folded = GermanText.fold(word);
      known.add(folded);
      String stem = GermanText.stemFolded(folded);
      if (stem.length() >= SHORTEST_STEM) {
        known.add(stem);
      }
    }
    return Set.copyOf(known);
  }
}
