package org.allmende.base.web;

import java.util.List;
import java.util.stream.Collectors;

/** The parts of a sum as a bar in which every point has the same length. */
public record PartsBar(List<Part> parts) {

  private static final int PIXELS_PER_POINT = 6;

  /**
   * One part.
   *
   * @param look its colours: {@code dots}, {@code support}, {@code circles} or {@code internal}
   * @param label what it counts, for those who cannot see it
   */
  public record Part(String look, String label, int points) {

    public int width() {
      return points * PIXELS_PER_POINT;
    }
  }

  /** Where a part begins. */
  public int left(int index) {
    return parts.subList(0, index).stream().mapToInt(Part::width).sum();
  }

  public int width() {
    return left(parts.size());
  }

  public int sum() {
    return parts.stream().mapToInt(Part::points).sum();
  }

  /** The bar in words. */
  public String spoken() {
    return parts.stream()
        .map(part -> part.label() + " " + part.points())
        .collect(Collectors.joining(", "));
  }
}
