package org.allmende.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The synonyms in force, ready to be asked: everyday words and what offices call them. */
public final class Thesaurus {

  private static final int LONGEST_PHRASE = 4;

  /**
   * A synonym as read from the file or written by a steward: the everyday word and the one of the
   * office.
   */
  public record Entry(String word, String means) {}

  private final Map<List<String>, Set<String>> official = new HashMap<>();
  private final Map<List<String>, Set<String>> everyday = new HashMap<>();

  /**
   * A thesaurus of the entries; an entry whose words are all without meaning counts for nothing.
   */
  public Thesaurus(Collection<Entry> entries) {
    for (Entry entry : entries) {
      put(official, entry.word(), entry.means());
      put(everyday, entry.means(), entry.word());
    }
  }

  /** The entries that come with the product. */
  public static List<Entry> shipped() {
    return Lines.of("synonyms.csv").stream()
        .skip(1)
        .map(line -> line.split(",", 2))
        .map(cells -> new Entry(cells[0], cells[1]))
        .toList();
  }

  private static void put(Map<List<String>, Set<String>> byPhrase, String from, String to) {
    List<String> phrase = GermanText.words(from).stream().map(Word::stem).toList();
    if (!phrase.isEmpty() && phrase.size() <= LONGEST_PHRASE && !GermanText.stems(to).isEmpty()) {
      byPhrase.computeIfAbsent(phrase, key -> new LinkedHashSet<>()).add(to);
    }
  }

  /** What the everyday words and phrases of a text are called by offices. */
  public List<Meaning> meanings(String text) {
    return look(official, text);
  }

  /** What the words of a text are called otherwise, by offices or by everybody. */
  public List<Meaning> relatives(String text) {
    List<Meaning> relatives = new ArrayList<>(look(official, text));
    relatives.addAll(look(everyday, text));
    return relatives;
  }

  /** A phrase that is its own meaning is left out, and one that is said again. */
  private static List<Meaning> look(Map<List<String>, Set<String>> byPhrase, String text) {
    List<Word> words = GermanText.words(text);
    Set<Meaning> meanings = new LinkedHashSet<>();
    for (int from = 0; from < words.size(); from++) {
      for (int length = 1; length <= LONGEST_PHRASE && from + length <= words.size(); length++) {
        List<Word> phrase = words.subList(from, from + length);
        List<String> stems = phrase.stream().map(Word::stem).toList();
        String said = text.substring(phrase.getFirst().start(), phrase.getLast().end());
        for (String means : byPhrase.getOrDefault(stems, Set.of())) {
          Set<String> target = GermanText.stems(means);
          if (!stems.containsAll(target)) {
            meanings.add(new Meaning(said, means, Set.copyOf(stems), target));
          }
        }
      }
    }
    return List.copyOf(meanings);
  }
}
