package org.allmende.bench.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All rounds of a run; a figure is the median of its rounds. */
final class Rounds {

  private final List<Round> all = new ArrayList<>();

  void add(Round round) {
    all.add(round);
  }

  List<Round> all() {
    return all;
  }

  double median(String side, int people, String figure) {
    return median(side, people, round -> round.figure(figure));
  }

  double median(String side, int people, ToDoubleFunction<Round> figure) {
    double[] sorted =
        all.stream()
            .filter(round -> round.side().equals(side) && round.people() == people)
            .mapToDouble(figure)
            .sorted()
            .toArray();
    return Math.round(sorted[sorted.length / 2] * 100) / 100.0;
  }
}
