package org.allmende.bench;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * People who differ in some traits and are to be mixed into groups, and what groups of them cost:
 * the weighted squares of how far each value is from its share in each group.
 *
 * @param values the value of every trait, per person
 * @param kinds how many values each trait has
 */
record Gathering(int groups, int[][] values, int[] kinds, int[] weights) {

  /** Made up: anybody may have any value. */
  static Gathering of(int people, int groups, int[] kinds, int[] weights, long seed) {
    var random = new SplittableRandom(seed);
    int[][] values = new int[people][kinds.length];
    for (int[] person : values) {
      Arrays.setAll(person, trait -> random.nextInt(kinds[trait]));
    }
    return new Gathering(groups, values, kinds, weights);
  }

  int people() {
    return values.length;
  }

  /** Everyone in some group, the sizes as even as can be. */
  int[] dealt(SplittableRandom random) {
    int[] group = IntStream.range(0, people()).map(i -> i % groups).toArray();
    for (int i = people() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = group[j];
      group[j] = group[i];
      group[i] = other;
    }
    return group;
  }

  int[] sizes(int[] group) {
    int[] sizes = new int[groups];
    for (int g : group) {
      sizes[g]++;
    }
    return sizes;
  }

  /** How many people have each value of each trait. */
  int[][] totals() {
    int[][] totals = new int[kinds.length][];
    for (int trait = 0; trait < kinds.length; trait++) {
      totals[trait] = new int[kinds[trait]];
      for (int[] person : values) {
        totals[trait][person[trait]]++;
      }
    }
    return totals;
  }

  double cost(int[] group) {
    int[] sizes = sizes(group);
    int[][] totals = totals();
    double cost = 0;
    for (int trait = 0; trait < kinds.length; trait++) {
      int[][] counts = new int[kinds[trait]][groups];
      for (int i = 0; i < people(); i++) {
        counts[values[i][trait]][group[i]]++;
      }
      for (int value = 0; value < kinds[trait]; value++) {
        double share = (double) totals[trait][value] / people();
        for (int g = 0; g < groups; g++) {
          double off = counts[value][g] - share * sizes[g];
          cost += weights[trait] * off * off;
        }
      }
    }
    return cost;
  }

  /** What no groups can cost less than: every value spread for itself, as if no person had two. */
  double lowerBound() {
    int[] sizes = sizes(dealt(new SplittableRandom(0)));
    int[][] totals = totals();
    double bound = 0;
    for (int trait = 0; trait < kinds.length; trait++) {
      for (int total : totals[trait]) {
        bound += weights[trait] * spread(total, (double) total / people(), sizes);
      }
    }
    return bound;
  }

  private static double spread(int total, double share, int[] sizes) {
    record Seat(double more, int group, int count) {}
    var next = new PriorityQueue<Seat>((a, b) -> Double.compare(a.more(), b.more()));
    double cost = 0;
    for (int g = 0; g < sizes.length; g++) {
      double due = share * sizes[g];
      cost += due * due;
      next.add(new Seat(1 - 2 * due, g, 1));
    }
    for (int i = 0; i < total; i++) {
      Seat seat = next.remove();
      cost += seat.more();
      double due = share * sizes[seat.group()];
      next.add(new Seat(2 * seat.count() + 1 - 2 * due, seat.group(), seat.count() + 1));
    }
    return cost;
  }
}
