package org.allmende.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the text that something is wanted for. */
final class Wanted {

  /** Mostly the thing itself; what comes after it says where or for whom. */
  private static final double FIRST_NOUN = 2.0;

  private static final double NOUN = 1.0;
  private static final double OTHER_WORD = 0.35;
  private static final double CIRCUMSTANCE = 0.3;
  private static final double IN_TITLE = 1.0;
  private static final double HEAD_OF_TITLE_WORD = 0.75;
  private static final double WITHIN_TITLE_WORD = 0.3;
  private static final double IN_COLUMNS = 0.9;
  private static final double IN_TEXT = 0.65;
  private static final double BY_MEANING = 0.85;
  private static final double BY_PART = 0.3;

  /** Words of many notes that say nothing about the data wanted. */
  private static final Set<String> SAYING_LITTLE =
      GermanText.stems(
          "Daten Datensatz Liste Übersicht Stadt Gemeinde Kommune Kreis Jahr Jahre aktuell aktuelle Information "
              + "Informationen viel viele gut besser neue nächste meist häufig lange letzte Leute Menschen Ort Orte Zahl Zahlen Anzahl leben lassen");

  /** Words that say who wants something, where, when or how, seldom what. */
  private static final Set<String> CIRCUMSTANCES =
      Lines.of("circumstances.txt").stream()
          .flatMap(line -> GermanText.stems(line).stream())
          .collect(Collectors.toUnmodifiableSet());

  private final List<Word> words;
  private final List<Meaning> meanings;
  private final Set<String> telling;
  private final @Nullable Word first;

  Wanted(SimilarQuery query, Aim aim, Thesaurus thesaurus) {
    String name = GermanText.stem(query.tenant().slug());
    telling = aim.telling();
    words =
        GermanText.words(query.text()).stream()
            .filter(word -> !SAYING_LITTLE.contains(word.stem()) && !name.equals(word.stem()))
            .toList();
    meanings = thesaurus.relatives(query.text());
    first = words.stream().filter(Wanted::isThing).findFirst().orElse(null);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  List<Word> words() {
    return words;
  }

  List<Meaning> meanings() {
    return meanings;
  }

  Set<String> stems() {
    Set<String> stems = new LinkedHashSet<>();
    words.forEach(word -> stems.addAll(GermanAnalyzer.terms(word)));
    meanings.forEach(meaning -> stems.addAll(meaning.meansStems()));
    return stems;
  }

  /** How a document meets the words; those that speak of a topic both share need no other proof. */
  Meeting meet(
      SearchDocument document, Map<String, Double> ofTopic, ToDoubleFunction<String> rarity) {
    Map<String, Word> title = byTerm(document.title());
    Map<String, Word> columns = byTerm(String.join(" · ", document.columns()));
    Map<String, Word> text = byTerm(document.text());
    Set<String> titleMet = new LinkedHashSet<>();
    Grounds grounds = new Grounds();
    double met = 0;
    double explained = 0;
    double all = 0;
    for (Word word : words) {
      double weight = weight(word) * Math.max(0.05, rarity.applyAsDouble(word.stem()));
      all += weight;
      double best = 0;
      Word there = title.get(word.stem());
      if (there != null) {
        titleMet.add(there.stem());
        best = inTitle(word, there);
        say(word, there, grounds);
      } else if (columns.containsKey(word.stem())) {
        best = IN_COLUMNS;
        grounds.column(columns.get(word.stem()), word);
      } else if (text.containsKey(word.stem())) {
        best = IN_TEXT;
        say(word, text.get(word.stem()), grounds);
      }
      if (best < BY_MEANING) {
        best = Math.max(best, byMeaning(word, title, text, titleMet, grounds));
      }
      if (best == 0) {
        best = byPart(word, title, titleMet, grounds);
      }
      met += weight * best;
      explained += weight * Math.max(best, ofTopic.getOrDefault(word.stem(), 0.0));
    }
    return all == 0
        ? new Meeting(0, 1, 0, List.of())
        : new Meeting(
            met / all, explained / all, shareOf(document.title(), titleMet), grounds.reasons());
  }

  /**
   * German writes the things that are wanted with a capital letter; a text without one tells less.
   */
  private double weight(Word word) {
    if (word.equals(first)) {
      return FIRST_NOUN;
    }
    if (telling.contains(word.stem())) {
      return NOUN;
    }
    double weight = first == null || isNoun(word) ? NOUN : OTHER_WORD;
    return CIRCUMSTANCES.contains(word.stem()) ? weight * CIRCUMSTANCE : weight;
  }

  private static boolean isNoun(Word word) {
    return Character.isUpperCase(word.surface().codePointAt(0));
  }

  private static boolean isThing(Word word) {
    return isNoun(word) && !CIRCUMSTANCES.contains(word.stem());
  }

  /** „Woche“ says little about „Wochenmärkte“, „Markt“ much. */
  private static double inTitle(Word word, Word there) {
    if (there.stem().equals(word.stem())) {
      return IN_TITLE;
    }
    return there.head().equals(word.stem()) ? HEAD_OF_TITLE_WORD : WITHIN_TITLE_WORD;
  }

  private double byMeaning(
      Word word,
      Map<String, Word> title,
      Map<String, Word> text,
      Set<String> titleMet,
      Grounds grounds) {
    double best = 0;
    Meaning strongest = null;
    for (Meaning meaning : meanings) {
      if (!meaning.saidStems().contains(word.stem())) {
        continue;
      }
      boolean inTitle = title.keySet().containsAll(meaning.meansStems());
      double quality =
          inTitle
              ? BY_MEANING
              : text.keySet().containsAll(meaning.meansStems()) ? IN_TEXT * BY_MEANING : 0;
      if (quality > best) {
        best = quality;
        strongest = meaning;
      }
      if (inTitle) {
        titleMet.addAll(whole(meaning.meansStems(), title));
      }
    }
    if (strongest != null) {
      grounds.synonym(strongest);
    }
    return best;
  }

  /** Two compounds are kin if they end alike or begin alike; any other part says nothing. */
  private static double byPart(
      Word word, Map<String, Word> title, Set<String> titleMet, Grounds grounds) {
    for (String part : word.parts()) {
      Word there = title.get(part);
      if (there != null && !SAYING_LITTLE.contains(part)) {
        boolean head = part.equals(word.head());
        titleMet.add(there.stem());
        if (head || there.stem().startsWith(part)) {
          grounds.kin(word, there);
        }
        return head ? BY_PART : BY_PART * 0.7;
      }
    }
    return 0;
  }

  private void say(Word word, Word there, Grounds grounds) {
    if (first != null && !isNoun(word)) {
      grounds.inPassing(there);
    } else if (there.stem().equals(word.stem())) {
      grounds.shared(there);
    } else if (isNoun(there)) {
      // Of other words too little is known: „alte“ is not within „enthalten“.
      grounds.within(word, there);
    }
  }

  private static double shareOf(String title, Set<String> met) {
    List<String> stems =
        GermanText.words(title).stream()
            .map(Word::stem)
            .filter(stem -> !SAYING_LITTLE.contains(stem))
            .toList();
    return stems.isEmpty()
        ? 0
        : (double) stems.stream().filter(met::contains).count() / stems.size();
  }

  private static Map<String, Word> byTerm(String text) {
    Map<String, Word> byTerm = new LinkedHashMap<>();
    for (Word word : GermanText.words(text)) {
      GermanAnalyzer.terms(word).forEach(term -> byTerm.putIfAbsent(term, word));
    }
    return byTerm;
  }

  /** The stems of the title's words that hold the terms. */
  private static List<String> whole(Set<String> terms, Map<String, Word> title) {
    return title.entrySet().stream()
        .filter(entry -> terms.contains(entry.getKey()))
        .map(entry -> entry.getValue().stem())
        .toList();
  }
}
