package org.allmende.search;

import java.util.List;

/**
 * A word of a German text, as {@link GermanText} reads it.
 *
 * @param surface the word as written
 * @param stem its folded stem, which all its inflections share
 * @param parts the stems it is composed of, in order; empty for a simple word
 * @param start where it begins in the text
 * @param end where it ends in the text
 */
public record Word(String surface, String stem, List<String> parts, int start, int end) {

  /** The part that says what it is: the last one of a compound, else the word itself. */
  public String head() {
    return parts.isEmpty() ? stem : parts.getLast();
  }
}
