package org.allmende.bench;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The best groups a minute of swapping finds, knowing nothing of the program's own search: cools
 * down from chance again and again, each time more slowly.
 */
final class LongSearch {

  private final Gathering people;
  private final SplittableRandom random;
  private final double[][] share;
  private final int[] sizes;
  private final int[] group;
  private final int[][][] counts;

  private LongSearch(Gathering people, long seed) {
    this.people = people;
    this.random = new SplittableRandom(seed);
    int[][] totals = people.totals();
    this.share = new double[totals.length][];
    this.counts = new int[totals.length][][];
    for (int trait = 0; trait < totals.length; trait++) {
      share[trait] = new double[totals[trait].length];
      counts[trait] = new int[totals[trait].length][people.groups()];
      for (int value = 0; value < totals[trait].length; value++) {
        share[trait][value] = (double) totals[trait][value] / people.people();
      }
    }
    this.group = people.dealt(random);
    this.sizes = people.sizes(group);
  }

  /** The least cost found in that time. */
  static double best(Gathering people, Duration time, long seed) {
    long end = System.nanoTime() + time.toNanos();
    double best = Double.MAX_VALUE;
    for (int slowness = 1; System.nanoTime() < end; slowness++) {
      var search = new LongSearch(people, seed + slowness);
      search.cool(50_000L * people.people() * Math.min(slowness, 8), end);
      best = Math.min(best, people.cost(search.group));
    }
    return best;
  }

  private void cool(long steps, long end) {
    for (int i = 0; i < people.people(); i++) {
      add(i, group[i], 1);
    }
    double warmth = 4;
    double factor = Math.pow(0.0025, 1.0 / steps);
    for (long step = 0; step < steps; step++, warmth *= factor) {
      if ((step & 4095) == 0 && System.nanoTime() > end) {
        warmth = 0.001;
        if (step > 0 && System.nanoTime() > end + 200_000_000L) {
          return;
        }
      }
      int a = random.nextInt(people.people());
      int b = random.nextInt(people.people());
      if (group[a] != group[b]) {
        double delta = swapping(a, b);
        if (delta <= 0 || random.nextDouble() < Math.exp(-delta / warmth)) {
          int g = group[a];
          int h = group[b];
          add(a, g, -1);
          add(a, h, 1);
          add(b, h, -1);
          add(b, g, 1);
          group[a] = h;
          group[b] = g;
        }
      }
    }
  }

  private void add(int person, int g, int times) {
    int[] values = people.values()[person];
    for (int trait = 0; trait < values.length; trait++) {
      counts[trait][values[trait]][g] += times;
    }
  }

  private double swapping(int a, int b) {
    double delta = 0;
    int g = group[a];
    int h = group[b];
    int[] va = people.values()[a];
    int[] vb = people.values()[b];
    for (int trait = 0; trait < va.length; trait++) {
      if (va[trait] != vb[trait]) {
        delta +=
            people.weights()[trait]
                * (shifting(trait, va[trait], g, h) + shifting(trait, vb[trait], h, g));
      }
    }
    return delta;
  }

  /** What it adds that one of the value goes from one group to another. */
  private double shifting(int trait, int value, int from, int to) {
    int[] count = counts[trait][value];
    double offFrom = count[from] - share[trait][value] * sizes[from];
    double offTo = count[to] - share[trait][value] * sizes[to];
    return 2 - 2 * offFrom + 2 * offTo;
  }
}
