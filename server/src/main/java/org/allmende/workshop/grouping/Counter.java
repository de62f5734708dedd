package org.allmende.workshop.grouping;

/**
 * Counts one thing in every group, such as people of one department.
 *
 * @param shape what a count costs
 */
record Counter(Shape shape) {

  /** What it costs to have so many in a group of that size. */
  interface Shape {
    double cost(int count, int size);
  }

  /** Every group has its share. */
  static Counter even(double weight, double share) {
    return new Counter((count, size) -> {
      double off = count - share * size;
      return weight * off * off;
    });
  }

  /** A group has as many as it can, or none. */
  static Counter alike(double weight) {
    return new Counter(
        (count, size) -> size == 0 ? 0 : weight * count * (1 - (double) count / size));
  }

  /** Every group has so many at least and at most. */
  static Counter between(int least, int most) {
    return new Counter(
        (count, size) -> Costs.HARD * (Math.max(0, least - count) + Math.max(0, count - most)));
  }
}
