package org.allmende.workshop.grouping;

import java.util.List;

/**
 * What groups are wanted.
 *
 * @param earlier the rounds before, whose pairs should not meet again
 */
public record GroupingTask(
    List<Member> members,
    int groups,
    List<Criterion> criteria,
    Rules rules,
    List<Grouping> earlier) {

  public GroupingTask {
    if (groups < 1 || groups > Math.max(1, members.size())) {
      throw new IllegalArgumentException(groups + " groups of " + members.size());
    }
  }

  List<String> ids() {
    return members.stream().map(Member::id).toList();
  }

  /** How many a group has at least. */
  int smallest() {
    return members.size() / groups;
  }

  /** How many a group has at most. */
  int largest() {
    return (members.size() + groups - 1) / groups;
  }
}
