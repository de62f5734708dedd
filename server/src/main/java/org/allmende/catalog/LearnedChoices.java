package org.allmende.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.TenantId;
import org.allmende.search.GermanText;
import org.allmende.search.Word;

/**
 * What people decided for earlier texts, asked for the texts nearest to a new one: nearest
 * neighbours over stems, parts of compounds and runs of letters, weighted by how rare they are.
 */
final class LearnedChoices {

  private static final int NEIGHBOURS = 12;
  private static final int FEWEST_LETTERS = 3;
  private static final int MOST_LETTERS = 5;
  private static final double STEM = 1.5;
  private static final double PART = 0.8;
  private static final double RUN = 0.6;

  /** A topic that a person of the tenant chose for a text. */
  record Choice(TenantId tenant, String text, TopicId topic) {}

  /** How near the nearest choices of a topic are (0 to 1), and where the very nearest was made. */
  record Nearness(double value, TenantId tenant) {}

  private record Posting(int choice, double weight) {}

  private record Near(int choice, double value) {}

  private final List<Choice> choices;
  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final Map<String, Double> rarity = new HashMap<>();

  LearnedChoices(Collection<Choice> learned) {
    choices = List.copyOf(learned);
    List<Map<String, Double>> vectors = new ArrayList<>();
    Map<String, Integer> frequency = new HashMap<>();
    for (Choice choice : choices) {
      Map<String, Double> vector = features(choice.text());
      vectors.add(vector);
      vector.keySet().forEach(feature -> frequency.merge(feature, 1, Integer::sum));
    }
    frequency.forEach(
        (feature, count) -> rarity.put(feature, Math.log(1 + (double) choices.size() / count)));
    for (int choice = 0; choice < vectors.size(); choice++) {
      Map<String, Double> vector = weighted(vectors.get(choice));
      double length = length(vector);
      int number = choice;
      vector.forEach((feature, weight) ->
          postings
              .computeIfAbsent(feature, key -> new ArrayList<>())
              .add(new Posting(number, weight / length)));
    }
  }

  /** The topics chosen for the texts nearest to this one. */
  Map<TopicId, Nearness> near(String text) {
    if (choices.isEmpty()) {
      return Map.of();
    }
    Map<String, Double> vector = weighted(features(text));
    double length = length(vector);
    Map<Integer, Double> sums = new HashMap<>();
    vector.forEach((feature, weight) -> {
      for (Posting posting : postings.getOrDefault(feature, List.of())) {
        sums.merge(posting.choice(), weight / length * posting.weight(), Double::sum);
      }
    });
    List<Near> nearest =
        sums.entrySet().stream()
            .map(entry -> new Near(entry.getKey(), entry.getValue()))
            .sorted((a, b) -> Double.compare(b.value(), a.value()))
            .toList();
    return byTopic(nearest);
  }

  /**
   * The nearest choice counts whole, each further one of the same topic half as much as the one
   * before.
   */
  private Map<TopicId, Nearness> byTopic(List<Near> nearest) {
    Map<TopicId, Nearness> topics = new HashMap<>();
    Map<TopicId, Integer> seen = new HashMap<>();
    for (Near near : nearest) {
      Choice choice = choices.get(near.choice());
      int before = seen.merge(choice.topic(), 1, Integer::sum) - 1;
      if (before == 0 && topics.size() == NEIGHBOURS) {
        break;
      }
      double value = near.value() * Math.pow(0.5, before + 1);
      topics.merge(
          choice.topic(),
          new Nearness(value, choice.tenant()),
          (old, more) -> new Nearness(old.value() + more.value(), old.tenant()));
    }
    return topics;
  }

  private Map<String, Double> weighted(Map<String, Double> features) {
    Map<String, Double> weighted = new HashMap<>();
    double unknown = Math.log(1 + choices.size());
    features.forEach(
        (feature, weight) -> weighted.put(feature, weight * rarity.getOrDefault(feature, unknown)));
    return weighted;
  }

  private static double length(Map<String, Double> vector) {
    double squares = 0;
    for (double weight : vector.values()) {
      squares += weight * weight;
    }
    return squares == 0 ? 1 : Math.sqrt(squares);
  }

  private static Map<String, Double> features(String text) {
    Map<String, Double> features = new HashMap<>();
    for (Word word : GermanText.words(text)) {
      features.put("=" + word.stem(), STEM);
      word.parts().forEach(part -> features.putIfAbsent("=" + part, PART));
      for (String run : runs("_" + GermanText.fold(word.surface()) + "_")) {
        features.put(run, RUN);
      }
    }
    return features;
  }

  private static Set<String> runs(String word) {
    Set<String> runs = new HashSet<>();
    for (int letters = FEWEST_LETTERS; letters <= MOST_LETTERS; letters++) {
      for (int start = 0; start + letters <= word.length(); start++) {
        runs.add(word.substring(start, start + letters));
      }
    }
    return runs;
  }
}
