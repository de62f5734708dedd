package org.allmende.workshop.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Late arrivals and no-shows; the seed of a made-up task is the name of the test. */
class RepairTest {

  static LongStream seeds() {
    return LongStream.range(0, 12).map(i -> System.nanoTime() * 31 + i);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void forSomebodyLateNobodyMoves(long seed) {
    GroupingTask whole = new Tasks(seed).free();
    List<Member> early = whole.members().subList(0, whole.members().size() - 1);
    GroupingTask before =
        new GroupingTask(early, whole.groups(), whole.criteria(), whole.rules(), List.of());
    Grouping seated = GroupSearch.form(before, seed, Deadline.none());
    Grouping after = Repair.repair(whole, seated);
    assertThat(after.movesFrom(seated)).isZero();
    assertThat(after.members()).containsExactlyInAnyOrderElementsOf(whole.ids());
    assertThat(BrokenRule.in(whole, after)).isEmpty();
    double best = Double.MAX_VALUE;
    String late = whole.members().getLast().id();
    for (int group = 0; group < whole.groups(); group++) {
      best = Math.min(best, GroupSearch.cost(whole, seated.with(late, group)));
    }
    assertThat(GroupSearch.cost(whole, after)).as("the best seat").isEqualTo(best);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void forThoseWhoStayAwayAsFewAsPossibleMove(long seed) {
    var tasks = new Tasks(seed);
    GroupingTask whole = tasks.free();
    Grouping seated = GroupSearch.form(whole, seed, Deadline.none());
    List<Member> there =
        whole.members().stream()
            .filter(member -> seated.of(member.id()) == 0 || tasks.below(4) > 0)
            .toList();
    GroupingTask left =
        new GroupingTask(there, whole.groups(), whole.criteria(), whole.rules(), List.of());
    Grouping kept = seated.only(left.ids());
    int tooMany = 0;
    int tooFew = 0;
    for (List<String> group : kept.groups()) {
      tooMany += Math.max(0, group.size() - left.largest());
      tooFew += Math.max(0, left.smallest() - group.size());
    }
    Grouping after = Repair.repair(left, seated);
    assertThat(BrokenRule.in(left, after)).isEmpty();
    assertThat(after.movesFrom(kept)).isEqualTo(Math.max(tooMany, tooFew));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rulesHoldAgainAfterwards(long seed) {
    GroupingTask whole = new Tasks(seed).ruled();
    Grouping seated = GroupSearch.form(whole, seed, Deadline.none());
    List<Member> there = whole.members().subList(1, whole.members().size());
    GroupingTask left =
        new GroupingTask(there, whole.groups(), whole.criteria(), whole.rules(), List.of());
    Grouping after = Repair.repair(left, seated);
    assertThat(after.members()).containsExactlyInAnyOrderElementsOf(left.ids());
    assertThat(BrokenRule.in(left, after).size())
        .isLessThanOrEqualTo(BrokenRule.in(left, seated.only(left.ids())).size());
  }
}
