package org.allmende.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.TenantId;
import org.allmende.search.Thesaurus;

/** Ranks topics for a text by its words and by what people chose for similar texts. */
final class TopicSuggester {

  private static final double LEARNED = 2.2;
  private static final double TELLING_NEARNESS = 0.12;
  private static final double PLACES_FIRST = 0.02;

  private record Ranked(TopicId topic, double score, Message reason) {}

  private final TopicTable table;
  private final TopicWords words;

  TopicSuggester(TopicTable table, TopicWords words) {
    this.table = table;
    this.words = words;
  }

  /** The topics that fit best, the best first, each with its strongest reason. */
  List<TopicSuggestion> suggest(
      String text,
      int limit,
      Thesaurus thesaurus,
      LearnedChoices learned,
      Function<TenantId, String> names) {
    Map<TopicId, List<Clue>> clues = new HashMap<>(words.clues(text, thesaurus));
    learned
        .near(text)
        .forEach((topic, near) -> {
          if (near.value() >= TELLING_NEARNESS) {
            Message reason = Message.of("catalog.topic.reason.chosen", names.apply(near.tenant()));
            clues
                .computeIfAbsent(topic, key -> new ArrayList<>())
                .add(new Clue(LEARNED * near.value(), reason));
          }
        });
    List<Ranked> ranked = new ArrayList<>();
    clues.forEach((topic, speaking) -> ranked.add(rank(topic, speaking)));
    ranked.sort(
        Comparator.comparingDouble(Ranked::score).reversed().thenComparing(r -> r.topic().slug()));
    return ranked.stream()
        .limit(limit)
        .map(r -> new TopicSuggestion(table.get(r.topic()), r.reason()))
        .toList();
  }

  private static Ranked rank(TopicId topic, List<Clue> clues) {
    double score = topic.slug().endsWith("standort") ? PLACES_FIRST : 0;
    Clue strongest = clues.getFirst();
    for (Clue clue : clues) {
      score += clue.weight();
      if (clue.weight() > strongest.weight()) {
        strongest = clue;
      }
    }
    return new Ranked(topic, score, strongest.reason());
  }
}
