package org.allmende.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The commitments of a desk, by urgency; late ones first, kept ones last. */
record CommitmentGroups(
    List<CommitmentRow> overdue,
    List<CommitmentRow> thisMonth,
    List<CommitmentRow> later,
    List<CommitmentRow> kept) {

  private static final int MONTH = 31;

  static CommitmentGroups of(List<CommitmentRow> rows, LocalDate today) {
    Comparator<CommitmentRow> byDate = Comparator.comparing(row -> row.commitment().dueOn());
    List<CommitmentRow> open =
        rows.stream().filter(row -> row.commitment().isOpen()).sorted(byDate).toList();
    return new CommitmentGroups(
        open.stream().filter(row -> row.days() < 0).toList(),
        open.stream().filter(row -> row.days() >= 0 && row.days() <= MONTH).toList(),
        open.stream().filter(row -> row.days() > MONTH).toList(),
        rows.stream().filter(row -> !row.commitment().isOpen()).toList());
  }

  int open() {
    return overdue.size() + thisMonth.size() + later.size();
  }

  int waiting() {
    return java.util.stream.Stream.of(overdue, thisMonth, later)
        .flatMap(List::stream)
        .mapToInt(CommitmentRow::waiting)
        .sum();
  }

  boolean isEmpty() {
    return open() == 0 && kept.isEmpty();
  }
}
