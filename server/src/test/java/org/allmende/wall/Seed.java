package org.allmende.wall;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * Where a hostile test takes its chance from: {@code -Dhostile.seed=…}, one or several by comma,
 * {@code random} for one nobody has tried. It is printed, so that a finding can be had again.
 */
public final class Seed {

  private static final String USUAL = "20261122";

  private final long number;
  private final RandomGenerator source;

  private Seed(long number) {
    this.number = number;
    this.source = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
  }

  /** The seeds asked for, each to be tried. */
  public static List<Seed> all() {
    String given = System.getProperty("hostile.seed", USUAL);
    LongStream numbers =
        given.equals("random")
            ? LongStream.of(ThreadLocalRandom.current().nextLong())
            : List.of(given.split(",")).stream().mapToLong(Long::parseLong);
    return numbers.mapToObj(Seed::new).toList();
  }

  /** A new source of poison, independent of how the others are used. */
  public Poison poison() {
    return new Poison(new Random(source.nextLong()));
  }

  @Override
  public String toString() {
    return "-Dhostile.seed=" + number;
  }
}
