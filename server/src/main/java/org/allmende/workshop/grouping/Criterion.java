package org.allmende.workshop.grouping;

import java.util.List;

/**
 * Something people differ in, and what the groups should make of it.
 *
 * @param weight how much it counts beside the others
 * @param scale its values from little to much; only a tandem needs them, the lower half of the
 *     scale is new, the upper half experienced
 */
public record Criterion(String trait, Blend blend, int weight, List<String> scale) {

  /** What counts as one of the two in a tandem: 1 experienced, -1 new, 0 neither. */
  int side(String value) {
    int place = scale.indexOf(value);
    return place < 0 ? 0 : Integer.signum(2 * place - (scale.size() - 1));
  }
}
