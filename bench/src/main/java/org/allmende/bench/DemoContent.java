package org.allmende.bench;

import java.io.IOException;
import java.nio.file.Files;

/** The demo writes its content after the first pages answer. */
final class DemoContent {

  private DemoContent() {}

  /** Waits until all of it is there. */
  static void await(Program program) throws IOException, InterruptedException {
    while (!Files.readString(program.log()).contains("Allmende is ready")) {
      if (!program.isAlive()) {
        throw new IOException("The program ended; see " + program.log());
      }
      Thread.sleep(200);
    }
  }
}
