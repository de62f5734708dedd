package org.allmende.bench;

import java.util.Arrays;

/** How long things took, in milliseconds. */
public record Quantiles(double[] sorted) {

  /**
   * @param nanos one duration each
   */
  public static Quantiles ofNanos(long[] nanos) {
    double[] millis = Arrays.stream(nanos).mapToDouble(each -> each / 1e6).sorted().toArray();
    return new Quantiles(millis);
  }

  public double p(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int at = Math.min(sorted.length - 1, (int) (sorted.length * share));
    return Math.round(sorted[at] * 1000) / 1000.0;
  }
}
