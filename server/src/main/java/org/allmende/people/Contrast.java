package org.allmende.people;

/**
 * Contrast of a tenant's colour. Source: WCAG 2.2, 1.4.11 (3:1 for graphical objects), relative
 * luminance as defined there.
 */
final class Contrast {

  private static final double NEEDED = 3.0;
  private static final String LIGHT_SHEET = "#fdfbf6";

  private Contrast() {}

  /** Whether the colour stands out from the light sheet; the dark theme lightens it by itself. */
  static boolean isReadable(String colour) {
    return ratio(luminance(colour), luminance(LIGHT_SHEET)) >= NEEDED;
  }

  private static double ratio(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * channel(rgb >> 16 & 255)
        + 0.7152 * channel(rgb >> 8 & 255)
        + 0.0722 * channel(rgb & 255);
  }

  private static double channel(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
