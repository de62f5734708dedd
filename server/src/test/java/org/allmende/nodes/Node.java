package org.allmende.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.Allmende;
import org.awaitility.Awaitility;

/**
 * The program as a process of its own, with a data folder of its own in which only the stored files
 * are those of all nodes.
 */
final class Node implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern READY =
      Pattern.compile("Allmende is ready: http://localhost:(\\d+)/");

  private final Path data;
  private final Map<String, String> settings;
  private final Path log;
  private Process process;

  private Node(Path data, Map<String, String> settings) {
    this.data = data;
    this.settings = settings;
    this.log = data.resolve("log");
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /** Starts without waiting until it is ready. */
  static Node started(Path data, Path files, Map<String, String> settings) throws IOException {
    Files.createDirectories(data);
    Files.createSymbolicLink(data.resolve("blobs"), files.toAbsolutePath());
    return new Node(data, settings);
  }

  private Process launch() {
    try {
      Files.deleteIfExists(log);
      var builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  classPath(),
                  Allmende.class.getName(),
                  "run",
                  "--port",
                  "0",
                  "--data",
                  data.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(settings);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program without the parts that only tests have. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(place -> !place.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Where it is reached, once it is ready. */
  int port() {
    Awaitility.await()
        .atMost(PATIENCE)
        .failFast("the node ended: " + log, () -> !process.isAlive())
        .until(() -> READY.matcher(said()).find());
    Matcher ready = READY.matcher(said());
    return ready.find() ? Integer.parseInt(ready.group(1)) : 0;
  }

  /** Everything it said since its last start. */
  String said() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a task is in the hands of this process. */
  boolean hasPicked(String pickedBy) {
    return pickedBy.startsWith(process.pid() + "@");
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again on what it left behind. */
  void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    kill();
  }
}
