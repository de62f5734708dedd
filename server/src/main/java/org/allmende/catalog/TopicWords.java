package org.allmende.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.base.i18n.Message;
import org.allmende.search.GermanText;
import org.allmende.search.Meaning;
import org.allmende.search.Thesaurus;
import org.allmende.search.Word;
import org.springframework.stereotype.Component;

/**
 * Finds topics by words: those of a topic's label, those people use for it, those of its theme and
 * its English label; in the text itself, in the compounds of the text and in what its everyday
 * words stand for.
 */
@Component
class TopicWords {

  private static final double LABEL = 1.0;
  private static final double USED = 0.95;
  private static final double GROUP = 0.6;
  private static final double ENGLISH = 0.5;
  private static final double THEME = 0.35;

  private static final double WHOLE = 1.0;
  private static final double MEANT = 0.75;
  private static final double HEAD_OF_TEXT_WORD = 0.6;
  private static final double PART_OF_TEXT_WORD = 0.5;
  private static final double WITHIN_TOPIC_WORD = 0.3;
  private static final double SOME_OF_PHRASE = 0.25;
  private static final double LOOKS_ALIKE = 0.4;
  private static final double ALIKE_ENOUGH = 0.6;

  /** Words of nearly every title or note; they tell no topic. */
  private static final Set<String> TELLING_NOTHING =
      GermanText.stems(
          """
          Daten Datensatz Liste Übersicht Stadt Gemeinde Kommune Kreis Anzahl Zahl Zahlen Jahr Jahre Stand Statistik Information
          Informationen Angaben Gesamt Insgesamt Entwicklung neue neuer nächste nächster viel viele weitere aktuell aktuelle
          gut besser Leute Menschen Bürger Bürgerinnen heute Tag Tage Ort Orte Zeit Zeiten Moers Kleve Geldern Wesel Kreis
          NRW Nordrhein Westfalen Deutschland Verzeichnis Standorte
          """);

  private static final String LABEL_REASON = "catalog.topic.reason.label";
  private static final String THEME_REASON = "catalog.topic.reason.theme";
  private static final String ENGLISH_REASON = "catalog.topic.reason.english";

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private record Feature(
      TopicId topic, List<String> phrase, double weight, String text, String key) {}

  private final List<Feature> features = new ArrayList<>();
  private final Map<String, List<Feature>> byStem = new HashMap<>();
  private final Map<String, List<Feature>> byPart = new HashMap<>();
  private final Map<String, Set<String>> gramsOfStem = new HashMap<>();
  private final Map<String, Double> rarity = new HashMap<>();

  TopicWords(TopicTable table) {
    for (Topic topic : table.topics()) {
      single(topic, topic.name(), LABEL, LABEL_REASON);
      single(topic, topic.group(), GROUP, LABEL_REASON);
      single(topic, topic.theme().german(), THEME, THEME_REASON);
      single(topic, topic.english(), ENGLISH, ENGLISH_REASON);
      for (String words : table.words(topic.id())) {
        add(topic, GermanText.words(words), USED, words, "catalog.topic.reason.word");
      }
    }
    index(table.topics().size());
  }

  private void single(Topic topic, String label, double weight, String key) {
    for (Word word : GermanText.words(label)) {
      add(topic, List.of(word), weight, word.surface(), key);
    }
  }

  private void add(Topic topic, List<Word> words, double weight, String text, String key) {
    List<String> phrase = words.stream().map(Word::stem).toList();
    if (phrase.isEmpty() || TELLING_NOTHING.containsAll(phrase) && !key.equals(LABEL_REASON)) {
      return;
    }
    Feature feature = new Feature(topic.id(), phrase, weight, text, key);
    features.add(feature);
    for (Word word : words) {
      byStem.computeIfAbsent(word.stem(), stem -> new ArrayList<>()).add(feature);
      gramsOfStem.computeIfAbsent(word.stem(), GermanText::grams);
      for (String part : word.parts()) {
        byPart.computeIfAbsent(part, stem -> new ArrayList<>()).add(feature);
      }
    }
  }

  private void index(int topics) {
    Map<String, Set<TopicId>> holders = new HashMap<>();
    for (Feature feature : features) {
      feature
          .phrase()
          .forEach(
              stem -> holders.computeIfAbsent(stem, key -> new HashSet<>()).add(feature.topic()));
    }
    holders.forEach((stem, in) ->
        rarity.put(stem, Math.log(1 + (double) topics / in.size()) / Math.log(1 + topics)));
  }

  /** For each topic the clues that the text holds, one for each word of the text at most. */
  Map<TopicId, List<Clue>> clues(String text, Thesaurus thesaurus) {
    Map<TopicId, List<Clue>> clues = new HashMap<>();
    byWord(text, thesaurus)
        .forEach((topic, byWord) -> clues.put(topic, new ArrayList<>(byWord.values())));
    return clues;
  }

  /** For each topic the clues that the text holds, by the stems of the word or phrase it said. */
  Map<TopicId, Map<Set<String>, Clue>> byWord(String text, Thesaurus thesaurus) {
    List<Word> words =
        GermanText.words(text).stream()
            .filter(word -> !NUMBER.matcher(word.surface()).matches())
            .toList();
    Set<String> stems = GermanText.stems(text);
    Map<TopicId, Map<Set<String>, Clue>> best = new HashMap<>();
    for (Word word : words) {
      if (!TELLING_NOTHING.contains(word.stem())) {
        boolean found = exact(word, stems, best);
        found |= parts(word, best);
        if (!found) {
          alike(word, best);
        }
      }
    }
    for (Meaning meaning : thesaurus.meanings(text)) {
      meant(meaning, best);
    }
    return best;
  }

  private boolean exact(Word word, Set<String> stems, Map<TopicId, Map<Set<String>, Clue>> best) {
    List<Feature> hits = byStem.getOrDefault(word.stem(), List.of());
    for (Feature hit : hits) {
      boolean whole = stems.containsAll(hit.phrase());
      put(
          best,
          hit,
          Set.of(word.stem()),
          word.stem(),
          whole ? WHOLE : SOME_OF_PHRASE,
          reason(hit, word.surface()));
    }
    return !hits.isEmpty();
  }

  private boolean parts(Word word, Map<TopicId, Map<Set<String>, Clue>> best) {
    boolean found = false;
    for (String part : word.parts()) {
      for (Feature hit : byStem.getOrDefault(part, List.of())) {
        if (hit.phrase().size() == 1 && !TELLING_NOTHING.contains(part)) {
          double quality = part.equals(word.head()) ? HEAD_OF_TEXT_WORD : PART_OF_TEXT_WORD;
          put(best, hit, Set.of(word.stem()), part, quality, within(hit, word));
          found = true;
        }
      }
    }
    for (Feature hit : byPart.getOrDefault(word.stem(), List.of())) {
      if (hit.phrase().size() == 1) {
        put(
            best,
            hit,
            Set.of(word.stem()),
            hit.phrase().getFirst(),
            WITHIN_TOPIC_WORD,
            near(hit, word));
        found = true;
      }
    }
    return found;
  }

  /**
   * „Klo“ means „Öffentliche Toilette“ and so the topics of toilets, not those of what is public:
   * the last word of the meaning must be there.
   */
  private void meant(Meaning meaning, Map<TopicId, Map<Set<String>, Clue>> best) {
    String head = GermanText.words(meaning.means()).getLast().stem();
    for (String stem : meaning.meansStems()) {
      for (Feature hit : byStem.getOrDefault(stem, List.of())) {
        if (hit.phrase().contains(head)
            && meaning.meansStems().containsAll(hit.phrase())
            && !TELLING_NOTHING.contains(stem)) {
          Message reason =
              Message.of("catalog.topic.reason.synonym", meaning.said(), meaning.means());
          put(best, hit, meaning.saidStems(), stem, MEANT, reason);
        }
      }
    }
  }

  private void alike(Word word, Map<TopicId, Map<Set<String>, Clue>> best) {
    Set<String> grams = GermanText.grams(word.stem());
    if (grams.size() < 3) {
      return;
    }
    gramsOfStem.forEach((stem, others) -> {
      long shared = grams.stream().filter(others::contains).count();
      if (2.0 * shared / (grams.size() + others.size()) >= ALIKE_ENOUGH) {
        for (Feature hit : byStem.getOrDefault(stem, List.of())) {
          if (hit.phrase().size() == 1) {
            put(best, hit, Set.of(word.stem()), stem, LOOKS_ALIKE, near(hit, word));
          }
        }
      }
    });
  }

  private void put(
      Map<TopicId, Map<Set<String>, Clue>> best,
      Feature hit,
      Set<String> said,
      String stem,
      double quality,
      Message reason) {
    double weight = hit.weight() * quality * rarity.getOrDefault(stem, 1.0);
    best.computeIfAbsent(hit.topic(), topic -> new HashMap<>())
        .merge(
            said, new Clue(weight, reason), (old, neu) -> old.weight() >= neu.weight() ? old : neu);
  }

  private static Message reason(Feature hit, String surface) {
    return hit.key().equals(ENGLISH_REASON)
        ? Message.of(ENGLISH_REASON, surface)
        : Message.of(hit.key(), surface);
  }

  private static Message within(Feature hit, Word word) {
    return Message.of("catalog.topic.reason.part", word.surface(), hit.text());
  }

  private static Message near(Feature hit, Word word) {
    return Message.of("catalog.topic.reason.near", word.surface(), hit.text());
  }
}
