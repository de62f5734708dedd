package org.allmende.workshop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.workshop.grouping.Balance;
import org.allmende.workshop.grouping.BrokenRule;
import org.allmende.workshop.grouping.Grouping;
import org.allmende.workshop.grouping.GroupingTask;

/**
 * A round as those who lead see it: who sits where, how even the groups are, what could not be
 * held. What somebody answered is not in it.
 *
 * @param groups the people of each group
 * @param missing who is there but in no group yet
 * @param gone who is in a group but away
 */
record GroupsView(
    Round round,
    List<List<Participant>> groups,
    List<Participant> missing,
    List<Participant> gone,
    Balance balance,
    List<BrokenRule> broken) {

  static GroupsView of(
      Round round, GroupingTask task, List<Participant> there, List<Participant> all) {
    Map<String, Participant> people =
        all.stream().collect(Collectors.toMap(p -> p.id().value(), Function.identity()));
    Grouping grouping = round.grouping();
    Grouping whole = Companions.added(task, grouping);
    List<String> present = there.stream().map(person -> person.id().value()).toList();
    List<List<Participant>> groups = new ArrayList<>();
    for (List<String> group : grouping.groups()) {
      groups.add(
          group.stream()
              .map(people::get)
              .sorted(Comparator.comparing(Participant::number))
              .toList());
    }
    return new GroupsView(
        round,
        groups,
        there.stream().filter(person -> round.groupOf(person.id()).isEmpty()).toList(),
        grouping.members().filter(id -> !present.contains(id)).map(people::get).toList(),
        Balance.of(task, whole),
        BrokenRule.in(task, whole).stream().map(GroupsView::named).toList());
  }

  /** Of those at one device only the participant has a name. */
  private static BrokenRule named(BrokenRule broken) {
    return new BrokenRule(
        broken.rule(),
        broken.reason(),
        broken.people().stream().filter(id -> !Companions.isOne(id)).toList());
  }

  boolean needsRepair() {
    return !missing.isEmpty() || !gone.isEmpty();
  }
}
