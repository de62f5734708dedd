package org.allmende.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a figure was measured on, as far as a reader needs it to judge the figure. */
final class Machine {
  private Machine() {}

  static Map<String, Object> described() throws IOException {
    return Result.row(
        "processors",
        Runtime.getRuntime().availableProcessors(),
        "memoryMb",
        memoryMb(),
        "loadBefore",
        load(),
        "java",
        System.getProperty("java.runtime.version"),
        "system",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  private static long memoryMb() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith("MemTotal:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  /** How busy others kept it during the last minute. */
  private static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }
}
