package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is in which group.
 *
 * @param groups the ids of their members
 */
public record Grouping(List<List<String>> groups) {

  public Grouping {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** The group of the member, counted from 0; -1 for somebody in none. */
  public int of(String member) {
    for (int group = 0; group < groups.size(); group++) {
      if (groups.get(group).contains(member)) {
        return group;
      }
    }
    return -1;
  }

  public Stream<String> members() {
    return groups.stream().flatMap(Collection::stream);
  }

  /** The same with the member there, wherever it was before. */
  public Grouping with(String member, int group) {
    List<List<String>> changed = new ArrayList<>();
    for (List<String> before : groups) {
      List<String> after = new ArrayList<>(before);
      after.remove(member);
      if (changed.size() == group) {
        after.add(member);
      }
      changed.add(after);
    }
    return new Grouping(changed);
  }

  /** Only those members. */
  public Grouping only(Collection<String> members) {
    return new Grouping(
        groups.stream().map(group -> group.stream().filter(members::contains).toList()).toList());
  }

  /** How many have to change their group to come from the other one to this. */
  public int movesFrom(Grouping other) {
    return (int)
        other.members().filter(member -> of(member) >= 0 && of(member) != other.of(member)).count();
  }
}
