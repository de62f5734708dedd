package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts late arrivals in and mends groups that lost somebody, leaving everyone else seated. */
public final class Repair {

  private final GroupingTask task;
  private final Costs costs;

  private Repair(GroupingTask task) {
    this.task = task;
    this.costs = Costs.of(task);
  }

  /**
   * Groups for exactly the people of the task: those who stay away leave, whoever is new takes the
   * best seat, and as few others as possible move until the rules hold again.
   */
  public static Grouping repair(GroupingTask task, Grouping before) {
    var repair = new Repair(task);
    return repair.mended(repair.seated(before.only(task.ids())));
  }

  private Grouping seated(Grouping before) {
    Grouping grouping = before;
    for (String late : task.ids()) {
      if (grouping.of(late) < 0) {
        grouping = best(seats(late, grouping));
      }
    }
    return grouping;
  }

  private List<Grouping> seats(String late, Grouping before) {
    int fewest = before.groups().stream().mapToInt(List::size).min().orElseThrow();
    List<Grouping> seats = new ArrayList<>();
    for (int group = 0; group < task.groups(); group++) {
      if (before.groups().get(group).size() == fewest) {
        seats.add(before.with(late, group));
      }
    }
    return seats;
  }

  private Grouping best(List<Grouping> choices) {
    Grouping best = choices.getFirst();
    double least = Double.MAX_VALUE;
    for (Grouping choice : choices) {
      double cost = present(choice);
      if (cost < least) {
        least = cost;
        best = choice;
      }
    }
    return best;
  }

  /** The cost while not everyone sits yet. */
  private double present(Grouping grouping) {
    List<Member> seated =
        task.members().stream().filter(member -> grouping.of(member.id()) >= 0).toList();
    var part =
        new GroupingTask(
            seated,
            Math.min(task.groups(), seated.size()),
            task.criteria(),
            task.rules(),
            task.earlier());
    return part.groups() < task.groups() ? 0 : GroupSearch.cost(part, grouping);
  }

  private Grouping mended(Grouping before) {
    var layout = new Layout(costs, task.ids().stream().mapToInt(before::of).toArray());
    double broken = broken(layout.cost());
    while (broken > 0) {
      Change change = best(layout);
      double left = change == null ? broken : broken(layout.cost() + change.delta());
      if (change == null || left >= broken) {
        break;
      }
      change.to().accept(layout);
      broken = left;
    }
    return layout.grouping(task.ids());
  }

  private static long broken(double cost) {
    return Math.round(Math.floor((cost + Costs.HARD / 4) / Costs.HARD));
  }

  private record Change(double delta, Consumer<Layout> to) {}

  /** One person moved if that mends anything, else two swapped. */
  private @Nullable Change best(Layout layout) {
    double now = layout.cost();
    Change move = bestMove(layout, now);
    return move != null && broken(now + move.delta()) < broken(now) ? move : bestSwap(layout);
  }

  private @Nullable Change bestMove(Layout layout, double now) {
    Change best = null;
    for (int i = 0; i < costs.members(); i++) {
      int from = layout.groupOf(i);
      for (int to = 0; to < task.groups(); to++) {
        if (to == from) {
          continue;
        }
        layout.move(i, to);
        double delta = layout.cost() - now;
        layout.move(i, from);
        if (best == null || delta < best.delta()) {
          int member = i;
          int group = to;
          best = new Change(delta, l -> l.move(member, group));
        }
      }
    }
    return best;
  }

  private @Nullable Change bestSwap(Layout layout) {
    Change best = null;
    for (int i = 0; i < costs.members(); i++) {
      for (int j = i + 1; j < costs.members(); j++) {
        double delta = layout.groupOf(i) == layout.groupOf(j) ? 0 : layout.swapping(i, j);
        if (delta < 0 && (best == null || delta < best.delta())) {
          int a = i;
          int b = j;
          best = new Change(delta, l -> l.swap(a, b));
        }
      }
    }
    return best;
  }
}
