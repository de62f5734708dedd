package org.allmende.bench;

import java.io.IOException;
import java.util.Map;

/** The demo writes its content after the first pages answer. */
public final class DemoContent {

  private DemoContent() {}

  /** Starts the program in a fresh folder of the benchmark's name, with all of the content. */
  public static Program started(String benchmark) throws IOException, InterruptedException {
    Program program = Program.demo(benchmark, Map.of());
    program.start();
    await(program);
    return program;
  }

  /** Waits until all of it is there. */
  public static void await(Program program) throws IOException, InterruptedException {
    var _ = program.said("Allmende is ready");
  }
}
