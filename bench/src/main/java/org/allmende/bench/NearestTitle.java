package org.allmende.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The baseline for topics: nearest neighbour over runs of three and four letters, weighted by term
 * and inverse document frequency, compared by cosine.
 */
final class NearestTitle {

  /** A title and the topic it carries. */
  record Example(String title, String topic) {}

  private final List<Example> examples;
  private final List<Map<String, Double>> vectors = new ArrayList<>();
  private final Map<String, Double> rarity = new HashMap<>();

  NearestTitle(List<Example> examples) {
    this.examples = examples;
    List<Map<String, Double>> counts = examples.stream().map(e -> counts(e.title())).toList();
    Map<String, Integer> holders = new HashMap<>();
    counts.forEach(count -> count.keySet().forEach(run -> holders.merge(run, 1, Integer::sum)));
    holders.forEach(
        (run, in) -> rarity.put(run, Math.log((1.0 + examples.size()) / (1.0 + in)) + 1));
    counts.forEach(count -> vectors.add(unit(count)));
  }

  /** The topics of the nearest titles, each topic once. */
  List<String> topics(String title, int limit) {
    Map<String, Double> wanted = unit(counts(title));
    Map<String, Double> best = new HashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      best.merge(examples.get(i).topic(), cosine(wanted, vectors.get(i)), Math::max);
    }
    return best.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : one.entrySet()) {
      sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  private Map<String, Double> unit(Map<String, Double> counts) {
    Map<String, Double> weighted = new HashMap<>();
    double squares = 0;
    for (Map.Entry<String, Double> entry : counts.entrySet()) {
      Double rare = rarity.get(entry.getKey());
      if (rare != null) {
        double weight = entry.getValue() * rare;
        weighted.put(entry.getKey(), weight);
        squares += weight * weight;
      }
    }
    double length = Math.sqrt(squares);
    weighted.replaceAll((run, weight) -> weight / length);
    return weighted;
  }

  private static Map<String, Double> counts(String title) {
    String text =
        " " + title.toLowerCase(Locale.GERMAN).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip() + " ";
    Map<String, Double> counts = new HashMap<>();
    for (int letters = 3; letters <= 4; letters++) {
      for (int start = 0; start + letters <= text.length(); start++) {
        counts.merge(text.substring(start, start + letters), 1.0, Double::sum);
      }
    }
    return counts;
  }
}
