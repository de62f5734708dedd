package org.allmende.bench;

import java.io.IOException;

/** The demo writes its content after the first pages answer. */
public final class DemoContent {

  private DemoContent() {}

  /** Waits until all of it is there. */
  public static void await(Program program) throws IOException, InterruptedException {
    var _ = program.said("Allmende is ready");
  }
}
