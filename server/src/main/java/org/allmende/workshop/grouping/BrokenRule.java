package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A rule that could not be held, and why.
 *
 * @param people whom it is about
 */
public record BrokenRule(Rule rule, Reason reason, List<String> people) {

  /** What was wanted. */
  public enum Rule {
    TOGETHER,
    APART,
    LEADER,
    PLACE,
    SIZE
  }

  /** What stands against it. */
  public enum Reason {
    /** More people are kept together than a group has seats. */
    TOO_MANY_FOR_A_GROUP,
    /** The same people are to be kept apart. */
    ALSO_APART,
    /** More people are kept apart than there are groups. */
    MORE_THAN_GROUPS,
    /** There are fewer leaders than groups. */
    TOO_FEW_LEADERS,
    /** The groups somebody can take part in have fewer seats than people who need one. */
    TOO_FEW_SEATS,
    /** Another rule, or somebody's hand, is in the way. */
    OTHERS
  }

  /** The rules the groups break; none when all hold. */
  public static List<BrokenRule> in(GroupingTask task, Grouping grouping) {
    List<BrokenRule> broken = new ArrayList<>();
    together(task, grouping, broken);
    apart(task, grouping, broken);
    leaders(task, grouping, broken);
    places(task, grouping, broken);
    sizes(task, grouping, broken);
    return broken;
  }

  private static void together(GroupingTask task, Grouping grouping, List<BrokenRule> broken) {
    for (Set<String> whole : Blocks.joined(present(task, task.rules().together()))) {
      if (whole.stream().map(grouping::of).distinct().count() > 1) {
        Reason reason = Reason.OTHERS;
        if (whole.size() > task.largest()) {
          reason = Reason.TOO_MANY_FOR_A_GROUP;
        } else if (present(task, task.rules().apart()).stream()
            .anyMatch(apart -> shared(apart, whole) > 1)) {
          reason = Reason.ALSO_APART;
        }
        broken.add(new BrokenRule(Rule.TOGETHER, reason, sorted(task, whole)));
      }
    }
  }

  private static void apart(GroupingTask task, Grouping grouping, List<BrokenRule> broken) {
    for (Set<String> apart : present(task, task.rules().apart())) {
      Set<String> met = new HashSet<>();
      for (List<String> group : grouping.groups()) {
        List<String> here = group.stream().filter(apart::contains).toList();
        if (here.size() > 1) {
          met.addAll(here);
        }
      }
      if (!met.isEmpty()) {
        Reason reason = Reason.OTHERS;
        if (apart.size() > task.groups()) {
          reason = Reason.MORE_THAN_GROUPS;
        } else if (Blocks.joined(task.rules().together()).stream()
            .anyMatch(whole -> shared(whole, met) > 1)) {
          reason = Reason.ALSO_APART;
        }
        broken.add(new BrokenRule(Rule.APART, reason, sorted(task, met)));
      }
    }
  }

  private static void leaders(GroupingTask task, Grouping grouping, List<BrokenRule> broken) {
    List<String> leaders = task.ids().stream().filter(task.rules().leaders()::contains).toList();
    boolean everywhere =
        grouping.groups().stream().allMatch(group -> group.stream().anyMatch(leaders::contains));
    if (!leaders.isEmpty() && !everywhere) {
      broken.add(
          new BrokenRule(
              Rule.LEADER,
              leaders.size() < task.groups() ? Reason.TOO_FEW_LEADERS : Reason.OTHERS,
              leaders));
    }
  }

  private static void places(GroupingTask task, Grouping grouping, List<BrokenRule> broken) {
    Map<String, Set<Integer>> places = task.rules().places();
    List<String> misplaced =
        task.ids().stream()
            .filter(id -> places.containsKey(id) && !places.get(id).contains(grouping.of(id)))
            .toList();
    if (!misplaced.isEmpty()) {
      Set<Integer> wanted = new HashSet<>();
      misplaced.forEach(id -> wanted.addAll(places.get(id)));
      long seats =
          IntStream.range(0, task.groups())
              .filter(wanted::contains)
              .mapToLong(group -> grouping.groups().get(group).size())
              .sum();
      long need =
          task.ids().stream()
              .filter(id -> places.containsKey(id) && wanted.containsAll(places.get(id)))
              .count();
      broken.add(
          new BrokenRule(
              Rule.PLACE, need > seats ? Reason.TOO_FEW_SEATS : Reason.OTHERS, misplaced));
    }
  }

  private static void sizes(GroupingTask task, Grouping grouping, List<BrokenRule> broken) {
    boolean off =
        grouping.groups().stream()
            .anyMatch(group -> group.size() < task.smallest() || group.size() > task.largest());
    if (off) {
      broken.add(new BrokenRule(Rule.SIZE, Reason.OTHERS, List.of()));
    }
  }

  /** The sets without those who are not there. */
  private static List<Set<String>> present(GroupingTask task, List<Set<String>> sets) {
    return sets.stream()
        .map(set -> {
          Set<String> there = new HashSet<>(set);
          there.retainAll(task.ids());
          return there;
        })
        .toList();
  }

  private static long shared(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).count();
  }

  private static List<String> sorted(GroupingTask task, Set<String> people) {
    return task.ids().stream().filter(people::contains).toList();
  }
}
