package org.allmende.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.search.Subject;
import org.allmende.search.Subjects;
import org.allmende.search.Thesaurus;
import org.springframework.stereotype.Component;

/**
 * The topics that the words of a text speak of, for finding; what people chose has no part in it.
 */
@Component
class TopicSubjects implements Subjects {

  private static final int MOST = 3;
  private static final double CLEAR = 0.5;
  private static final double FAINTEST = 0.35;

  private record Spoken(TopicId topic, double weight, Map<String, Double> said) {}

  private final TopicTable table;
  private final TopicWords words;

  TopicSubjects(TopicTable table, TopicWords words) {
    this.table = table;
    this.words = words;
  }

  @Override
  public List<Subject> of(String text, Thesaurus thesaurus) {
    List<Spoken> spoken = new ArrayList<>();
    words.byWord(text, thesaurus).forEach((topic, clues) -> spoken.add(spoken(topic, clues)));
    double best = Math.max(CLEAR, spoken.stream().mapToDouble(Spoken::weight).max().orElse(0));
    return spoken.stream()
        .sorted(
            Comparator.comparingDouble(Spoken::weight)
                .reversed()
                .thenComparing(s -> s.topic().slug()))
        .limit(MOST)
        .filter(s -> s.weight() / best >= FAINTEST)
        .map(s -> subject(s, s.weight() / best))
        .toList();
  }

  private static Spoken spoken(TopicId topic, Map<Set<String>, Clue> clues) {
    Map<String, Double> said = new HashMap<>();
    clues.forEach((stems, clue) ->
        stems.forEach(stem -> said.merge(stem, Math.min(1, clue.weight()), Math::max)));
    return new Spoken(topic, clues.values().stream().mapToDouble(Clue::weight).sum(), said);
  }

  private Subject subject(Spoken spoken, double strength) {
    Topic topic = table.get(spoken.topic());
    return new Subject(
        topic.id().slug(),
        topic.label(Locale.GERMAN),
        topic.label(Locale.ENGLISH),
        strength,
        spoken.said());
  }
}
