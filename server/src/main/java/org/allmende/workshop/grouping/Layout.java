package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who sits where at the moment, and what a change would cost, without counting all again. */
final class Layout {

  private final Costs costs;
  private final int[] group;
  private final int[] size;
  private final int[][] count;

  /** What the ties of a member to everyone in a group cost, and its place there. */
  private final double[][] pull;

  Layout(Costs costs, int[] group) {
    this.costs = costs;
    this.group = group.clone();
    this.size = new int[costs.groups()];
    this.count = new int[costs.counters().size()][costs.groups()];
    this.pull = new double[costs.members()][];
    for (int i = 0; i < group.length; i++) {
      size[group[i]]++;
      add(i, group[i], 1);
    }
    for (int i = 0; i < group.length; i++) {
      pull[i] = costs.places()[i].clone();
      for (int j = 0; j < group.length; j++) {
        pull[i][group[j]] += costs.ties()[i][j];
      }
    }
  }

  int groupOf(int member) {
    return group[member];
  }

  int[] groups() {
    return group.clone();
  }

  private void add(int member, int to, int times) {
    int[] steps = costs.steps()[member];
    for (int row = 0; row < steps.length; row++) {
      if (steps[row] >= 0) {
        count[steps[row]][to] += times * costs.amounts()[member][row];
      }
    }
  }

  /** What swapping two members of different groups adds to the cost. */
  double swapping(int a, int b) {
    int g = group[a];
    int h = group[b];
    double delta = pull[a][h] - pull[a][g] + pull[b][g] - pull[b][h] - 2 * costs.ties()[a][b];
    int[] stepsA = costs.steps()[a];
    int[] stepsB = costs.steps()[b];
    for (int row = 0; row < stepsA.length; row++) {
      int ca = stepsA[row];
      int cb = stepsB[row];
      int na = costs.amounts()[a][row];
      int nb = costs.amounts()[b][row];
      if (ca == cb) {
        delta += ca < 0 || na == nb ? 0 : shifting(ca, g, h, na - nb);
      } else {
        delta += ca < 0 ? 0 : shifting(ca, g, h, na);
        delta += cb < 0 ? 0 : shifting(cb, h, g, nb);
      }
    }
    return delta;
  }

  /** What it adds that so much of a counter goes from one group to another. */
  private double shifting(int counter, int from, int to, int amount) {
    Counter.Shape shape = costs.counters().get(counter).shape();
    int[] counts = count[counter];
    return shape.cost(counts[from] - amount, size[from])
        - shape.cost(counts[from], size[from])
        + shape.cost(counts[to] + amount, size[to])
        - shape.cost(counts[to], size[to]);
  }

  void swap(int a, int b) {
    int g = group[a];
    int h = group[b];
    move(a, h);
    move(b, g);
  }

  /** Puts a member into another group; the sizes change with it. */
  void move(int member, int to) {
    int from = group[member];
    add(member, from, -1);
    add(member, to, 1);
    size[from]--;
    size[to]++;
    group[member] = to;
    double[] own = costs.ties()[member];
    for (int other = 0; other < own.length; other++) {
      if (own[other] != 0) {
        pull[other][from] -= own[other];
        pull[other][to] += own[other];
      }
    }
  }

  /** All it costs. */
  double cost() {
    double sum = costs.split();
    for (int c = 0; c < count.length; c++) {
      Counter.Shape shape = costs.counters().get(c).shape();
      for (int g = 0; g < size.length; g++) {
        sum += shape.cost(count[c][g], size[g]);
      }
    }
    for (int i = 0; i < group.length; i++) {
      double place = costs.places()[i][group[i]];
      sum += place + (pull[i][group[i]] - place) / 2;
    }
    return sum + Costs.HARD * outsized();
  }

  /** How many too many or too few there are in the groups. */
  private int outsized() {
    int least = group.length / size.length;
    int most = (group.length + size.length - 1) / size.length;
    return Arrays.stream(size).map(s -> Math.max(0, least - s) + Math.max(0, s - most)).sum();
  }

  Grouping grouping(List<String> ids) {
    List<List<String>> groups = new ArrayList<>();
    for (int g = 0; g < size.length; g++) {
      groups.add(new ArrayList<>());
    }
    for (int i = 0; i < group.length; i++) {
      groups.get(group[i]).add(ids.get(i));
    }
    return new Grouping(groups);
  }
}
