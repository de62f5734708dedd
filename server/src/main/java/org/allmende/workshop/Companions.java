package org.allmende.workshop;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allmende.workshop.grouping.Grouping;
import org.allmende.workshop.grouping.GroupingTask;
import org.allmende.workshop.grouping.Member;

/**
 * Those who share a device with a participant, as the search for groups sees them: members of their
 * own, so that sizes and balance are right, who never leave that participant.
 *
 * @param most how many people at one device are counted: no more than a group has seats
 */
record Companions(int most) {

  private static final String MARK = "+";

  /** For groups of those who are there. */
  static Companions in(List<Participant> there, int groups) {
    int most = there.stream().mapToInt(Participant::people).max().orElse(1);
    while (most > 1 && most > largest(there, groups, most)) {
      most--;
    }
    return new Companions(most);
  }

  private static int largest(List<Participant> there, int groups, int most) {
    int people = there.stream().mapToInt(person -> Math.min(most, person.people())).sum();
    return (people + groups - 1) / groups;
  }

  /** What is known of the others is what the table has in common. */
  Stream<Member> of(Participant person, Map<String, String> common) {
    return ids(person).map(id -> new Member(id, common));
  }

  private Stream<String> ids(Participant person) {
    return IntStream.range(1, Math.min(most, person.people()))
        .mapToObj(number -> person.id().value() + MARK + number);
  }

  /** Who stays together because they share a device. */
  List<Set<String>> tables(List<Participant> there) {
    return there.stream()
        .filter(person -> Math.min(most, person.people()) > 1)
        .map(person -> {
          Set<String> table = new HashSet<>(ids(person).toList());
          table.add(person.id().value());
          return table;
        })
        .toList();
  }

  /** The groups with those whom the task counts besides. */
  static Grouping added(GroupingTask task, Grouping groups) {
    Grouping whole = groups;
    for (Member member : task.members()) {
      int at = isOne(member.id()) ? groups.of(host(member.id())) : -1;
      if (at >= 0) {
        whole = whole.with(member.id(), at);
      }
    }
    return whole;
  }

  /** The groups of the participants alone. */
  static Grouping left(Grouping groups) {
    return groups.only(groups.members().filter(id -> !isOne(id)).toList());
  }

  static boolean isOne(String id) {
    return id.contains(MARK);
  }

  private static String host(String id) {
    return id.substring(0, id.indexOf(MARK));
  }
}
