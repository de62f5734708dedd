package org.allmende.bench;

/** Something that can be measured again and again; listed in {@link Bench}. */
public interface Benchmark {

  /** What it is called on the command line, and its result file. */
  String name();

  /** One line for the list of benchmarks. */
  String about();

  Result run(Options options) throws Exception;
}
