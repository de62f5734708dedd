package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes tasks up: people with traits, and rules that can be held because a solution held them. */
final class Tasks {

  private static final List<String> SCALE = List.of("none", "little", "some", "much");

  private final SplittableRandom random;

  Tasks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Anybody, in groups of two to seven, any criteria, no rules. */
  GroupingTask free() {
    int groups = 1 + random.nextInt(8);
    int members = groups * (2 + random.nextInt(5)) + random.nextInt(groups);
    return of(people(members), groups, Rules.NONE);
  }

  /** With rules that some grouping holds. */
  GroupingTask ruled() {
    int groups = 2 + random.nextInt(5);
    int members = groups * (3 + random.nextInt(4)) + random.nextInt(groups);
    List<Member> people = people(members);
    List<List<String>> solution = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int ofGroup = group;
      solution.add(
          IntStream.range(0, members)
              .filter(i -> i % groups == ofGroup)
              .mapToObj(i -> people.get(i).id())
              .toList());
    }
    return of(people, groups, rules(solution));
  }

  private Rules rules(List<List<String>> solution) {
    List<String> first = solution.getFirst();
    List<String> last = solution.getLast();
    Set<String> leaders = new HashSet<>();
    solution.forEach(group -> leaders.add(group.get(random.nextInt(group.size()))));
    return new Rules(
        List.of(Set.copyOf(first.subList(0, 2)), Set.copyOf(last.subList(0, 2))),
        List.of(Set.of(first.get(0), last.get(0)), Set.of(first.get(1), solution.get(1).get(2))),
        leaders,
        Map.of(first.get(2), Set.of(0), last.get(2), Set.of(0, solution.size() - 1)));
  }

  List<Member> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Member("m" + i, traits())).toList();
  }

  private Map<String, String> traits() {
    Map<String, String> traits = new HashMap<>();
    traits.put("department", "d" + random.nextInt(8));
    if (random.nextInt(5) > 0) {
      traits.put("knowledge", SCALE.get(random.nextInt(4)));
    }
    traits.put("town", "t" + random.nextInt(3));
    return traits;
  }

  private GroupingTask of(List<Member> people, int groups, Rules rules) {
    Blend[] blends = Blend.values();
    return new GroupingTask(
        people,
        groups,
        List.of(
            new Criterion("department", Blend.MIX, 2, List.of()),
            new Criterion("knowledge", blends[random.nextInt(blends.length)], 1, SCALE),
            new Criterion("town", random.nextBoolean() ? Blend.MIX : Blend.ALIKE, 1, List.of())),
        rules,
        List.of());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
