package org.allmende.workshop.grouping;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Forms groups: begins with dealt ones several times, swaps two people at random and keeps what is
 * better or, early on, a little worse; then swaps as long as any swap helps. How often depends on
 * the task alone, so that a seed always gives the same groups; the deadline only ends a search on a
 * machine that is too slow for it.
 */
public final class GroupSearch {

  /** How often two people are tried for a swap in all; half a second where 200 take part. */
  private static final int STEPS = 2_400_000;

  private static final int STEPS_PER_PERSON = 2_500;
  private static final int MOST_STARTS = 40;

  /** How much cooler the last step is than the first. */
  private static final double COOLING = 1.0 / 300;

  private final GroupingTask task;
  private final Deadline deadline;
  private final SplittableRandom random;
  private final Costs costs;
  private final Blocks blocks;

  private GroupSearch(GroupingTask task, long seed, Deadline deadline) {
    this.task = task;
    this.deadline = deadline;
    this.random = new SplittableRandom(seed);
    this.costs = Costs.of(task);
    this.blocks = Blocks.of(task);
  }

  /** The best groups found. */
  public static Grouping form(GroupingTask task, long seed, Deadline deadline) {
    return new GroupSearch(task, seed, deadline).best().grouping(task.ids());
  }

  /** What groups cost, the less the better; a million and more for every broken rule. */
  public static double cost(GroupingTask task, Grouping grouping) {
    int[] group = task.ids().stream().mapToInt(grouping::of).toArray();
    return new Layout(Costs.of(task), group).cost();
  }

  private Layout best() {
    Layout best = null;
    int starts = Math.clamp(STEPS / steps(), 1, MOST_STARTS);
    for (int start = 0; start < starts && (best == null || !deadline.isOver()); start++) {
      Layout found = from(new Layout(costs, blocks.dealt(task, this::shuffled)));
      if (best == null || found.cost() < best.cost() - 1e-9) {
        best = found;
      }
    }
    return Objects.requireNonNull(best);
  }

  private Layout from(Layout layout) {
    if (task.groups() > 1 && task.members().size() > task.groups()) {
      cool(layout);
      descend(layout);
    }
    return layout;
  }

  private void cool(Layout layout) {
    int steps = steps();
    double warmth = warmth(layout);
    double factor = Math.pow(COOLING, 1.0 / steps);
    for (int step = 0; step < steps; step++, warmth *= factor) {
      if ((step & 1023) == 0 && deadline.isOver()) {
        return;
      }
      int[] unit = unit();
      int[] others = partners(layout, unit);
      if (others != null) {
        exchange(layout, unit, others, warmth);
      }
    }
  }

  private int steps() {
    return STEPS_PER_PERSON * costs.members();
  }

  /** Half of what a swap that makes it worse costs on average, broken rules aside. */
  private double warmth(Layout layout) {
    double sum = 0;
    int worse = 0;
    for (int i = 0; i < 200; i++) {
      int a = random.nextInt(costs.members());
      int b = random.nextInt(costs.members());
      double delta = layout.groupOf(a) == layout.groupOf(b) ? 0 : layout.swapping(a, b);
      if (delta > 0 && delta < Costs.HARD / 2) {
        sum += delta;
        worse++;
      }
    }
    return worse == 0 ? 1 : sum / worse / 2;
  }

  /** Somebody, with those who go along. */
  private int[] unit() {
    int size = blocks.all().size();
    int i = random.nextInt(costs.members());
    return blocks.holds(i) && size > 0 ? blocks.all().get(random.nextInt(size)) : new int[] {i};
  }

  /** As many singles of one other group; null when the draw found none. */
  private int @Nullable [] partners(Layout layout, int[] unit) {
    int from = layout.groupOf(unit[0]);
    int[] partners = new int[unit.length];
    int found = 0;
    int to = -1;
    for (int tries = 0; tries < 40 * unit.length && found < unit.length; tries++) {
      int other = random.nextInt(costs.members());
      int at = layout.groupOf(other);
      boolean fits = found == 0 ? at != from : at == to;
      if (fits && !blocks.holds(other) && !contains(partners, found, other)) {
        to = at;
        partners[found++] = other;
      }
    }
    return found == unit.length ? partners : null;
  }

  private static boolean contains(int[] partners, int found, int other) {
    return IntStream.range(0, found).anyMatch(i -> partners[i] == other);
  }

  private void exchange(Layout layout, int[] unit, int[] others, double warmth) {
    if (unit.length == 1) {
      if (isTaken(layout.swapping(unit[0], others[0]), warmth)) {
        layout.swap(unit[0], others[0]);
      }
      return;
    }
    double delta = 0;
    for (int i = 0; i < unit.length; i++) {
      if (layout.groupOf(unit[i]) == layout.groupOf(others[i])) {
        // A block that did not find seats together; undone below.
        delta = Double.MAX_VALUE;
        continue;
      }
      delta += layout.swapping(unit[i], others[i]);
      layout.swap(unit[i], others[i]);
    }
    if (!isTaken(delta, warmth)) {
      for (int i = unit.length - 1; i >= 0; i--) {
        if (layout.groupOf(unit[i]) != layout.groupOf(others[i])) {
          layout.swap(unit[i], others[i]);
        }
      }
    }
  }

  private boolean isTaken(double delta, double warmth) {
    return delta <= 0 || (delta < 12 * warmth && random.nextDouble() < Math.exp(-delta / warmth));
  }

  /** Swaps as long as a swap makes it better. */
  private void descend(Layout layout) {
    boolean better = true;
    while (better) {
      better = false;
      for (int a = 0; a < costs.members(); a++) {
        if (deadline.isOver()) {
          return;
        }
        for (int b = a + 1; b < costs.members(); b++) {
          if (layout.groupOf(a) != layout.groupOf(b) && layout.swapping(a, b) < -1e-9) {
            layout.swap(a, b);
            better = true;
          }
        }
      }
    }
  }

  private int[] shuffled(int n) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
    return order;
  }
}
