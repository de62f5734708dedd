package org.allmende.bench.survive;

/**
 * Something acknowledged, and how to find out how often it is there.
 *
 * @param kind of action
 * @param name tells it from all others
 * @param byApi how often the API shows it
 * @param byCount how often the database holds it
 */
record Fact(String kind, String name, Look byApi, Look byCount) {

  /** Looks for it once; right is 1. */
  @FunctionalInterface
  interface Look {
    long times(Town town) throws Exception;
  }
}
