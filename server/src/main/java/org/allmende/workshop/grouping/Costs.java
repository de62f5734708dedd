package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A task in numbers: what each member adds to which counter, and what it costs that two members
 * share a group or that a member is in one.
 *
 * @param steps the counters a member adds to, one per criterion; -1 for a trait not told
 * @param amounts what it adds there
 * @param ties the cost of a pair in one group
 * @param places the cost of a member in a group
 * @param split the cost of keeping together where nobody is together yet
 */
record Costs(
    int members,
    int groups,
    List<Counter> counters,
    int[][] steps,
    int[][] amounts,
    double[][] ties,
    double[][] places,
    double split) {

  /** More than any balance can win: a broken rule. */
  static final double HARD = 1e6;

  /** Somebody who was in the same group before: as bad as two too many of one kind. */
  private static final double MET = 4;

  static Costs of(GroupingTask task) {
    int members = task.members().size();
    Map<String, Integer> index = new HashMap<>();
    task.members().forEach(member -> index.put(member.id(), index.size()));
    List<Counter> counters = new ArrayList<>();
    int rows = task.criteria().size() + 1;
    int[][] steps = new int[members][rows];
    int[][] amounts = new int[members][rows];
    for (int row = 0; row < task.criteria().size(); row++) {
      count(task, row, counters, steps, amounts);
    }
    leaders(task, counters, steps, amounts);
    double[][] ties = new double[members][members];
    double split = ties(task, index, ties);
    double[][] places = new double[members][task.groups()];
    task.rules()
        .places()
        .forEach((member, allowed) -> {
          Integer i = index.get(member);
          for (int group = 0; i != null && group < task.groups(); group++) {
            places[i][group] = allowed.contains(group) ? 0 : HARD;
          }
        });
    return new Costs(members, task.groups(), counters, steps, amounts, ties, places, split);
  }

  private static void count(
      GroupingTask task, int row, List<Counter> counters, int[][] steps, int[][] amounts) {
    Criterion criterion = task.criteria().get(row);
    Map<String, Integer> seen = new HashMap<>();
    int n = task.members().size();
    for (int i = 0; i < n; i++) {
      String value = task.members().get(i).traits().get(criterion.trait());
      int side = value == null ? 0 : criterion.side(value);
      if (value == null || (criterion.blend() == Blend.TANDEM && side == 0)) {
        steps[i][row] = -1;
        continue;
      }
      String key = criterion.blend() == Blend.TANDEM ? "" : value;
      steps[i][row] =
          seen.computeIfAbsent(
              key,
              _ -> {
                counters.add(counter(task, criterion, value));
                return counters.size() - 1;
              });
      amounts[i][row] = criterion.blend() == Blend.TANDEM ? side : 1;
    }
  }

  private static Counter counter(GroupingTask task, Criterion criterion, String value) {
    return switch (criterion.blend()) {
      case MIX -> Counter.even(criterion.weight(), share(task, criterion, value));
      case ALIKE -> Counter.alike(criterion.weight());
      case TANDEM -> Counter.even(criterion.weight(), surplus(task, criterion));
    };
  }

  private static double share(GroupingTask task, Criterion criterion, String value) {
    return (double)
            task.members().stream()
                .filter(member -> value.equals(member.traits().get(criterion.trait())))
                .count()
        / task.members().size();
  }

  /** How many more experienced than new people there are, per person. */
  private static double surplus(GroupingTask task, Criterion criterion) {
    return (double)
            task.members().stream()
                .map(member -> member.traits().get(criterion.trait()))
                .mapToInt(value -> value == null ? 0 : criterion.side(value))
                .sum()
        / task.members().size();
  }

  private static void leaders(
      GroupingTask task, List<Counter> counters, int[][] steps, int[][] amounts) {
    int row = task.criteria().size();
    int leaders = 0;
    for (int i = 0; i < task.members().size(); i++) {
      boolean leads = task.rules().leaders().contains(task.members().get(i).id());
      steps[i][row] = leads ? counters.size() : -1;
      amounts[i][row] = 1;
      leaders += leads ? 1 : 0;
    }
    if (leaders > 0) {
      counters.add(
          Counter.between(leaders / task.groups(), (leaders + task.groups() - 1) / task.groups()));
    }
  }

  private static double ties(GroupingTask task, Map<String, Integer> index, double[][] ties) {
    double split = 0;
    for (Set<String> together : task.rules().together()) {
      split += tie(together, index, ties, -HARD);
    }
    for (Set<String> apart : task.rules().apart()) {
      tie(apart, index, ties, HARD);
    }
    for (Grouping round : task.earlier()) {
      round.groups().forEach(group -> tie(group, index, ties, MET));
    }
    return split;
  }

  /** Adds the cost to every pair; answers what all together would save. */
  private static double tie(
      Iterable<String> people, Map<String, Integer> index, double[][] ties, double cost) {
    List<Integer> known = new ArrayList<>();
    for (String person : people) {
      Integer i = index.get(person);
      if (i != null) {
        known.add(i);
      }
    }
    double sum = 0;
    for (int i : known) {
      for (int j : known) {
        if (i != j) {
          ties[i][j] += cost;
          sum -= cost / 2;
        }
      }
    }
    return sum;
  }
}
