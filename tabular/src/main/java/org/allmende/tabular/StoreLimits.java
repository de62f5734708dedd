package org.allmende.tabular;

import java.time.Duration;

/**
 * What loading and asking may cost.
 *
 * @param loadsAtOnce loading processes at the same time; further loads wait
 * @param loadHeapMegabytes heap of a loading process
 * @param loadDatabaseMegabytes memory of the database inside a loading process
 * @param loadTime wall-clock time of a load
 * @param queriesAtOnce questions at the same time; further ones wait
 * @param queryMegabytes memory of the database for all questions together
 * @param queryTime wall-clock time of a question
 */
public record StoreLimits(
    int loadsAtOnce,
    int loadHeapMegabytes,
    int loadDatabaseMegabytes,
    Duration loadTime,
    int queriesAtOnce,
    int queryMegabytes,
    Duration queryTime) {

  /** Fits a small server. */
  public static final StoreLimits SMALL =
      new StoreLimits(2, 128, 384, Duration.ofMinutes(10), 4, 384, Duration.ofSeconds(10));
}
