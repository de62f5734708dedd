package org.allmende.workshop.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any task; the seed of a made-up one is the name of the test. */
class GroupSearchTest {

  static LongStream seeds() {
    return LongStream.range(0, 12).map(i -> System.nanoTime() * 31 + i);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyoneSitsOnceAndTheSameSeedSeatsThemTheSame(long seed) {
    GroupingTask task = new Tasks(seed).free();
    Grouping groups = GroupSearch.form(task, seed, Deadline.none());
    assertThat(groups.members()).containsExactlyInAnyOrderElementsOf(task.ids());
    assertThat(BrokenRule.in(task, groups)).isEmpty();
    assertThat(GroupSearch.form(task, seed, Deadline.none())).isEqualTo(groups);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rulesThatCanBeHeldAreHeld(long seed) {
    GroupingTask task = new Tasks(seed).ruled();
    Grouping groups = GroupSearch.form(task, seed, Deadline.none());
    assertThat(BrokenRule.in(task, groups)).as("%s", task).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSwapCostsWhatCountingAllAgainSays(long seed) {
    var tasks = new Tasks(seed);
    GroupingTask task = tasks.ruled();
    Costs costs = Costs.of(task);
    int[] group = new int[costs.members()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i % task.groups();
    }
    var layout = new Layout(costs, group);
    for (int step = 0; step < 200; step++) {
      int a = tasks.below(group.length);
      int b = tasks.below(group.length);
      if (layout.groupOf(a) != layout.groupOf(b)) {
        double foretold = layout.cost() + layout.swapping(a, b);
        layout.swap(a, b);
        assertThat(layout.cost()).isCloseTo(foretold, within(1e-3));
        assertThat(layout.cost())
            .isCloseTo(GroupSearch.cost(task, layout.grouping(task.ids())), within(1e-3));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ofEightPeopleItFindsTheBestThereIs(long seed) {
    GroupingTask task =
        new GroupingTask(
            new Tasks(seed).people(8),
            3,
            List.of(
                new Criterion("department", Blend.MIX, 2, List.of()),
                new Criterion("town", Blend.ALIKE, 1, List.of())),
            Rules.NONE,
            List.of());
    double best = Double.MAX_VALUE;
    for (int code = 0; code < 6561; code++) {
      Grouping any = decoded(code);
      if (BrokenRule.in(task, any).isEmpty()) {
        best = Math.min(best, GroupSearch.cost(task, any));
      }
    }
    Grouping found = GroupSearch.form(task, seed, Deadline.none());
    assertThat(GroupSearch.cost(task, found)).isCloseTo(best, within(1e-9));
  }

  private static Grouping decoded(int code) {
    List<List<String>> groups = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int rest = code;
    for (int i = 0; i < 8; i++) {
      groups.get(rest % 3).add("m" + i);
      rest /= 3;
    }
    return new Grouping(groups);
  }

  @Test
  void withoutTimeItStillSeatsEveryone() {
    GroupingTask task = new Tasks(4).ruled();
    Grouping groups = GroupSearch.form(task, 4, Deadline.in(Duration.ZERO));
    assertThat(groups.members()).containsExactlyInAnyOrderElementsOf(task.ids());
  }

  @Test
  void laterRoundsMeetNewPeople() {
    List<Grouping> rounds = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      var task = new GroupingTask(new Tasks(1).people(16), 4, List.of(), Rules.NONE, rounds);
      rounds = new ArrayList<>(rounds);
      rounds.add(GroupSearch.form(task, round, Deadline.none()));
    }
    Set<Set<String>> met = new HashSet<>();
    rounds.forEach(round -> round.groups().forEach(group -> met.addAll(pairs(group))));
    assertThat(met).as("three rounds of four times six pairs").hasSize(3 * 4 * 6);
  }

  private static Set<Set<String>> pairs(List<String> group) {
    Set<Set<String>> pairs = new HashSet<>();
    for (String one : group) {
      for (String other : group) {
        if (!one.equals(other)) {
          pairs.add(Set.of(one, other));
        }
      }
    }
    return pairs;
  }

  @Test
  void mixAlikeAndTandemAreThree() {
    assertThat(counts(Blend.MIX)).containsExactlyInAnyOrder("2+2", "2+2", "2+2");
    assertThat(counts(Blend.ALIKE)).containsExactlyInAnyOrder("4+0", "2+2", "0+4");
    assertThat(counts(Blend.TANDEM)).containsExactlyInAnyOrder("2+2", "2+2", "2+2");
  }

  /** New and experienced ones per group, of six each in three groups. */
  private static List<String> counts(Blend blend) {
    List<Member> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      people.add(new Member("m" + i, Map.of("practice", i < 6 ? "new" : "old")));
    }
    var task =
        new GroupingTask(
            people,
            3,
            List.of(new Criterion("practice", blend, 1, List.of("new", "old"))),
            Rules.NONE,
            List.of());
    Balance balance = Balance.of(task, GroupSearch.form(task, 1, Deadline.none()));
    List<Balance.Line> lines = balance.criteria().getFirst().lines();
    return List.of(0, 1, 2).stream()
        .map(g -> lines.get(0).counts().get(g) + "+" + lines.get(1).counts().get(g))
        .toList();
  }
}
