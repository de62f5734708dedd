package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What {@code bin/run} lets a new program do once can be done; a failure would only make it slow.
 */
class RehearsalTest {

  private final URI home = Program.demo();

  @Test
  void readsAndWritesInTheDemoToTheEnd() throws IOException, InterruptedException {
    Process rehearsal =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                System.getProperty("allmende.program"),
                "rehearse",
                home.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(rehearsal.waitFor()).as(said).isZero();
  }
}
