package org.allmende.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.allmende.base.i18n.Message;

/** The words of the text that something is wanted for. */
final class Wanted {

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
              + "Informationen viel viele gut besser neue nächste Leute Menschen Ort Orte Zahl Zahlen Anzahl leben lassen");

  private final List<Word> words;
  private final List<Meaning> meanings;

  Wanted(String text, Thesaurus thesaurus) {
    words =
        GermanText.words(text).stream()
            .filter(word -> !SAYING_LITTLE.contains(word.stem()))
            .toList();
    meanings = thesaurus.relatives(text);
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

  Meeting meet(SearchDocument document, ToDoubleFunction<String> rarity) {
    Map<String, Word> title = byTerm(document.title());
    Map<String, Word> columns = byTerm(String.join(" · ", document.columns()));
    Map<String, Word> text = byTerm(document.text());
    Set<String> titleMet = new LinkedHashSet<>();
    Set<String> shared = new LinkedHashSet<>();
    List<Message> others = new ArrayList<>();
    double met = 0;
    double all = 0;
    for (Word word : words) {
      double weight = Math.max(0.05, rarity.applyAsDouble(word.stem()));
      all += weight;
      double best = 0;
      Word there = title.get(word.stem());
      if (there != null) {
        titleMet.add(there.stem());
        shared.add(there.surface());
        best = inTitle(word, there);
      } else if (columns.containsKey(word.stem())) {
        others.add(
            Message.of(
                "search.likeness.column", columns.get(word.stem()).surface(), word.surface()));
        best = IN_COLUMNS;
      } else if (text.containsKey(word.stem())) {
        shared.add(text.get(word.stem()).surface());
        best = IN_TEXT;
      }
      if (best < BY_MEANING) {
        best = Math.max(best, byMeaning(word, title, text, titleMet, others));
      }
      if (best == 0) {
        best = byPart(word, title, titleMet, shared);
      }
      met += weight * best;
    }
    List<Message> reasons = new ArrayList<>();
    if (!shared.isEmpty()) {
      reasons.add(Message.of("search.likeness.words", String.join(", ", shared)));
    }
    reasons.addAll(others);
    return new Meeting(all == 0 ? 0 : met / all, shareOf(document.title(), titleMet), reasons);
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
      List<Message> reasons) {
    double best = 0;
    Message reason = null;
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
        reason = Message.of("search.likeness.synonym", meaning.said(), meaning.means());
      }
      if (inTitle) {
        titleMet.addAll(whole(meaning.meansStems(), title));
      }
    }
    if (reason != null) {
      reasons.add(reason);
    }
    return best;
  }

  private static double byPart(
      Word word, Map<String, Word> title, Set<String> titleMet, Set<String> shared) {
    for (String part : word.parts()) {
      Word there = title.get(part);
      if (there != null && !SAYING_LITTLE.contains(part)) {
        titleMet.add(there.stem());
        shared.add(there.surface());
        return part.equals(word.head()) ? BY_PART : BY_PART * 0.7;
      }
    }
    return 0;
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
