package org.allmende.tabular;

import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBDriver;

/** Starts a {@link TableLoader} in a Java process of its own, watches its time and its end. */
final class LoadProcess {
  private static final int DETAIL = 2000;

  private final StoreLimits limits;

  LoadProcess(StoreLimits limits) {
    this.limits = limits;
  }

  /** Runs until the target is written; everything else it leaves is in the work folder. */
  Path run(Path original, Reading reading, Path work) throws IOException, InterruptedException {
    Path target = work.resolve("table.duckdb");
    LoadOrder order =
        new LoadOrder(
            original.toAbsolutePath().toString(),
            reading,
            target.toString(),
            Files.createDirectory(work.resolve("spill")).toString(),
            limits.loadDatabaseMegabytes());
    Path orderFile = work.resolve("order");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(orderFile))) {
      out.writeObject(order);
    }
    Path report = work.resolve("report.jsonl");
    Path errors = work.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command(work, orderFile));
    builder.environment().clear();
    builder.directory(work.toFile());
    builder.redirectOutput(report.toFile());
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limits.loadTime().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LoadFailed(LoadFailed.Code.TOO_SLOW, limits.loadTime().toString());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    judge(process.exitValue(), report, errors);
    return target;
  }

  private List<String> command(Path work, Path order) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.loadHeapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + work.resolve("crash.txt"),
        "--enable-native-access=ALL-UNNAMED",
        // The database unpacks its native library there; it goes with the work folder.
        "-Djava.io.tmpdir=" + work,
        "-cp",
        location(TableLoader.class) + File.pathSeparator + location(DuckDBDriver.class),
        TableLoader.class.getName(),
        order.toString());
  }

  /** Where a class was loaded from; a loading process needs only two such places. */
  private static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = Objects.requireNonNull(source, type.getName()).getLocation();
    if (!url.getProtocol().equals("file")) {
      throw new IllegalStateException(
          "Tables can only be loaded from an unpacked application, but "
              + type.getSimpleName()
              + " lies in "
              + url);
    }
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void judge(int exit, Path report, Path errors) throws IOException {
    List<String> lines = Files.readAllLines(report, StandardCharsets.UTF_8);
    String last = lines.isEmpty() ? "" : lines.getLast();
    if (exit == 0 && isEvent(last, TableLoader.DONE)) {
      return;
    }
    if (isEvent(last, TableLoader.CHANGED)) {
      throw new LoadFailed(LoadFailed.Code.ORIGINAL_CHANGED, last);
    }
    String said = Files.readString(errors, StandardCharsets.ISO_8859_1);
    String detail =
        "exit " + exit + " " + last + " " + said.substring(0, Math.min(said.length(), DETAIL));
    boolean tooLarge =
        isEvent(last, TableLoader.TOO_LARGE) || said.contains(OutOfMemoryError.class.getName());
    throw new LoadFailed(
        tooLarge ? LoadFailed.Code.TOO_LARGE : LoadFailed.Code.CRASHED, detail.strip());
  }

  private static boolean isEvent(String line, String event) {
    return line.startsWith("{\"event\":" + Json.text(event) + ",");
  }
}
