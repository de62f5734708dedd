package org.allmende.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for tests: real municipal ones where they are at hand, small written ones otherwise. */
final class TestData {
  private TestData() {}

  /** A real file beside the project; the test is skipped where there is none. */
  static Path real(String name) {
    Path found = null;
    String given = System.getenv("ALLMENDE_TEST_DATA");
    if (given != null) {
      found = Path.of(given, "tables", name);
    } else {
      for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
        Path candidate = up.resolve("shared/data/tables").resolve(name);
        if (Files.exists(candidate)) {
          found = candidate;
          break;
        }
      }
    }
    assumeTrue(
        found != null && Files.exists(found),
        "Skipped: " + name + " is neither in ALLMENDE_TEST_DATA nor in shared/data above.");
    return found;
  }

  static Path write(Path folder, String text) throws IOException {
    return write(folder, text, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String text, Charset charset) throws IOException {
    return write(folder, text.getBytes(charset));
  }

  static Path write(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "table", ".csv"), bytes);
  }

  static Reading read(Path file) throws IOException {
    return read(file, Corrections.NONE);
  }

  static Reading read(Path file, Corrections corrections) throws IOException {
    ReadOutcome outcome = TableReader.read(file, corrections);
    assertThat(outcome).isInstanceOf(Reading.class);
    return (Reading) outcome;
  }
}
