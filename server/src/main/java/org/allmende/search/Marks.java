package org.allmende.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Marks the words of a text that answer a question, and finds its telling stretch. */
final class Marks {

  private static final int SNIPPET = 200;
  private static final int LEAD = 40;

  private Marks() {}

  /** The whole text with the answering words marked. */
  static List<Passage> whole(String text, Set<String> terms) {
    return passages(text, 0, text.length(), answering(text, terms));
  }

  /**
   * The stretch of the text that holds most answering words, from its beginning if there are none.
   */
  static List<Passage> snippet(String text, Set<String> terms) {
    if (text.isBlank()) {
      return List.of();
    }
    List<Word> marked = answering(text, terms);
    int best = 0;
    long most = 0;
    for (Word word : marked) {
      long count =
          marked.stream()
              .filter(other ->
                  other.start() >= word.start() && other.end() <= word.start() + SNIPPET - LEAD)
              .count();
      if (count > most) {
        most = count;
        best = word.start();
      }
    }
    int from = best <= LEAD ? 0 : afterSpace(text, best - LEAD, best);
    int to = Math.min(text.length(), from + SNIPPET);
    if (to < text.length()) {
      int space = text.lastIndexOf(' ', to);
      to = space > best ? space : to;
    }
    List<Passage> passages = new ArrayList<>(passages(text, from, to, marked));
    if (from > 0) {
      passages.addFirst(new Passage("… ", false));
    }
    if (to < text.length()) {
      passages.addLast(new Passage(" …", false));
    }
    return Collections.unmodifiableList(passages);
  }

  private static List<Word> answering(String text, Set<String> terms) {
    return GermanText.words(text).stream()
        .filter(word -> !Collections.disjoint(GermanAnalyzer.terms(word), terms))
        .toList();
  }

  private static int afterSpace(String text, int from, int before) {
    int space = text.indexOf(' ', from);
    return space < 0 || space >= before ? before : space + 1;
  }

  private static List<Passage> passages(String text, int from, int to, List<Word> marked) {
    List<Passage> passages = new ArrayList<>();
    int at = from;
    for (Word word : marked) {
      if (word.start() >= at && word.end() <= to) {
        if (word.start() > at) {
          passages.add(new Passage(text.substring(at, word.start()), false));
        }
        passages.add(new Passage(text.substring(word.start(), word.end()), true));
        at = word.end();
      }
    }
    if (at < to) {
      passages.add(new Passage(text.substring(at, to), false));
    }
    return passages;
  }
}
