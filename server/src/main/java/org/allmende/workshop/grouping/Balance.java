package org.allmende.workshop.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Why the groups are as they are: how many of each kind every group got. It names nobody.
 *
 * @param criteria one part per criterion of the task
 */
public record Balance(List<Part> criteria) {

  /**
   * One criterion.
   *
   * @param lines a line per value that somebody has
   */
  public record Part(Criterion criterion, List<Line> lines) {

    /** Whether no groups could be more even in it. */
    public boolean isEven() {
      return lines.stream().allMatch(Line::even);
    }
  }

  /**
   * How the people of one value are spread.
   *
   * @param counts per group
   * @param even whether every group has its share, rounded up or down
   */
  public record Line(String value, List<Integer> counts, boolean even) {}

  public static Balance of(GroupingTask task, Grouping grouping) {
    return new Balance(
        task.criteria().stream()
            .map(criterion -> new Part(criterion, lines(task, grouping, criterion)))
            .toList());
  }

  private static List<Line> lines(GroupingTask task, Grouping grouping, Criterion criterion) {
    List<String> values = new ArrayList<>(criterion.scale());
    task.members().stream()
        .map(member -> member.traits().get(criterion.trait()))
        .filter(Objects::nonNull)
        .sorted()
        .forEach(value -> {
          if (!values.contains(value)) {
            values.add(value);
          }
        });
    return values.stream()
        .map(value -> line(task, grouping, criterion.trait(), value))
        .filter(line -> line.counts().stream().anyMatch(count -> count > 0))
        .toList();
  }

  private static Line line(GroupingTask task, Grouping grouping, String trait, String value) {
    List<String> those =
        task.members().stream()
            .filter(member -> value.equals(member.traits().get(trait)))
            .map(Member::id)
            .toList();
    List<Integer> counts =
        grouping.groups().stream()
            .map(group -> (int) group.stream().filter(those::contains).count())
            .toList();
    double share = (double) those.size() / task.members().size();
    boolean even = true;
    for (int group = 0; group < counts.size(); group++) {
      double due = share * grouping.groups().get(group).size();
      even &= Math.abs(counts.get(group) - due) < 1;
    }
    return new Line(value, counts, even);
  }
}
