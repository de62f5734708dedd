package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People kept together, who change groups as one; larger ones than a group cannot and are none. */
final class Blocks {

  private final List<int[]> blocks;
  private final boolean[] inOne;

  private Blocks(List<int[]> blocks, int members) {
    this.blocks = blocks;
    this.inOne = new boolean[members];
    blocks.forEach(block -> IntStream.of(block).forEach(i -> inOne[i] = true));
  }

  static Blocks of(GroupingTask task) {
    List<String> ids = task.ids();
    Map<String, Integer> index =
        IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, i -> i));
    List<int[]> blocks =
        joined(task.rules().together()).stream()
            .map(block ->
                block.stream().filter(index::containsKey).mapToInt(index::get).sorted().toArray())
            .filter(block -> block.length > 1 && block.length <= task.largest())
            .sorted(
                Comparator.<int[]>comparingInt(block -> -block.length)
                    .thenComparingInt(block -> block[0]))
            .toList();
    return new Blocks(blocks, ids.size());
  }

  /** Sets that share somebody are one. */
  static List<Set<String>> joined(List<Set<String>> sets) {
    List<Set<String>> joined = new ArrayList<>();
    for (Set<String> set : sets) {
      Set<String> whole = new HashSet<>(set);
      List<Set<String>> touched =
          joined.stream().filter(other -> other.stream().anyMatch(set::contains)).toList();
      touched.forEach(whole::addAll);
      joined.removeAll(touched);
      joined.add(whole);
    }
    return joined;
  }

  List<int[]> all() {
    return blocks;
  }

  boolean holds(int member) {
    return inOne[member];
  }

  /**
   * A first layout: each block, then each single, where most seats are free.
   *
   * @param random shuffles numbers
   */
  int[] dealt(GroupingTask task, Function<Integer, int[]> random) {
    int n = task.members().size();
    int[] free = new int[task.groups()];
    int[] order = random.apply(task.groups());
    for (int g = 0; g < free.length; g++) {
      free[order[g]] = task.smallest() + (g < n % task.groups() ? 1 : 0);
    }
    int[] group = new int[n];
    List<int[]> units = new ArrayList<>(blocks);
    for (int i : random.apply(n)) {
      if (!inOne[i]) {
        units.add(new int[] {i});
      }
    }
    for (int[] unit : units) {
      for (int i : unit) {
        // A block sits down where it began, unless the seats there are all taken.
        int to =
            unit.length > 1 && i != unit[0] && free[group[unit[0]]] > 0
                ? group[unit[0]]
                : freest(free);
        group[i] = to;
        free[to]--;
      }
    }
    return group;
  }

  private static int freest(int[] free) {
    return IntStream.range(0, free.length)
        .reduce((a, b) -> free[b] > free[a] ? b : a)
        .orElseThrow();
  }
}
