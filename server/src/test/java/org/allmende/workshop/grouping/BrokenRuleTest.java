package org.allmende.workshop.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.allmende.workshop.grouping.BrokenRule.Reason;
import org.allmende.workshop.grouping.BrokenRule.Rule;
import org.junit.jupiter.api.Test;

/** A rule that cannot be held is named, with what stands against it. */
class BrokenRuleTest {

  @Test
  void moreTogetherThanAGroupHolds() {
    Rules rules =
        new Rules(List.of(Set.of("m0", "m1"), Set.of("m1", "m2")), List.of(), Set.of(), Map.of());
    assertThat(broken(rules))
        .containsExactly(
            new BrokenRule(Rule.TOGETHER, Reason.TOO_MANY_FOR_A_GROUP, List.of("m0", "m1", "m2")));
  }

  @Test
  void togetherAndApart() {
    Rules rules =
        new Rules(List.of(Set.of("m0", "m1")), List.of(Set.of("m0", "m1")), Set.of(), Map.of());
    assertThat(broken(rules)).extracting(BrokenRule::reason).containsExactly(Reason.ALSO_APART);
  }

  @Test
  void moreApartThanThereAreGroups() {
    Rules rules = new Rules(List.of(), List.of(Set.of("m0", "m1", "m2", "m3")), Set.of(), Map.of());
    assertThat(broken(rules))
        .extracting(BrokenRule::rule, BrokenRule::reason)
        .containsExactly(tuple(Rule.APART, Reason.MORE_THAN_GROUPS));
  }

  @Test
  void fewerLeadersThanGroups() {
    Rules rules = new Rules(List.of(), List.of(), Set.of("m0", "m1"), Map.of());
    assertThat(broken(rules))
        .containsExactly(new BrokenRule(Rule.LEADER, Reason.TOO_FEW_LEADERS, List.of("m0", "m1")));
  }

  @Test
  void fewerSeatsThanPeopleWhoNeedThem() {
    Set<Integer> first = Set.of(0);
    Rules rules =
        new Rules(List.of(), List.of(), Set.of(), Map.of("m0", first, "m1", first, "m2", first));
    assertThat(broken(rules))
        .extracting(BrokenRule::rule, BrokenRule::reason)
        .containsExactly(tuple(Rule.PLACE, Reason.TOO_FEW_SEATS));
  }

  /** Six people in three groups. */
  private static List<BrokenRule> broken(Rules rules) {
    List<Member> people =
        IntStream.range(0, 6).mapToObj(i -> new Member("m" + i, Map.of())).toList();
    var task = new GroupingTask(people, 3, List.of(), rules, List.of());
    return BrokenRule.in(task, GroupSearch.form(task, 1, Deadline.none()));
  }
}
