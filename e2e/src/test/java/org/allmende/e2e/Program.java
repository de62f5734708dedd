package org.allmende.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged program as a process of its own, started the way {@code bin/run} does. */
final class Program implements AutoCloseable {

  private static final String READY = "Allmende is ready: ";
  private static final int PATIENCE_SECONDS = 240;
  private static @Nullable Program demo;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private final URI home;

  private Program(List<String> options, Map<String, String> settings) throws IOException {
    Path data = folder("run");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-jar", System.getProperty("allmende.program")));
    command.addAll(List.of("run", "--port", String.valueOf(port), "--data", data.toString()));
    command.addAll(options);
    var builder = new ProcessBuilder(command).redirectError(data.resolve("stderr.log").toFile());
    builder.environment().putAll(OtherPostgres.settings());
    builder.environment().putAll(settings);
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Thread.ofVirtual().start(this::listen);
    home = URI.create(says(READY).substring(READY.length()));
  }

  /**
   * The program with its demo content, started once for all tests, or the one a property points to.
   */
  static synchronized URI demo() {
    String running = System.getProperty("allmende.demo");
    if (running != null) {
      return URI.create(running);
    }
    if (demo == null) {
      demo = start(List.of("--demo"), Map.of());
    }
    return demo.home();
  }

  /** A program of its own with the demo content and a setting. */
  static Program demo(String setting, String value) {
    String settings = "{\"" + setting + "\": \"" + value + "\"}";
    return start(List.of("--demo"), Map.of("SPRING_APPLICATION_JSON", settings));
  }

  /** An empty installation that sends its mails to the server given. */
  static Program empty(String smtp) {
    return start(List.of(), Map.of("ALLMENDE_SMTP_URL", smtp));
  }

  private static Program start(List<String> options, Map<String, String> settings) {
    try {
      return new Program(options, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh folder for what a program keeps. */
  static Path folder(String name) throws IOException {
    Path all = Files.createDirectories(Path.of("target", "data").toAbsolutePath());
    return Files.createTempDirectory(all, name);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void listen() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines().forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the line of standard output that begins so. */
  String says(String beginning) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      String line = next();
      if (line != null) {
        said.add(line);
        if (line.startsWith(beginning)) {
          return line;
        }
      }
    }
    throw new AssertionError("The program did not say „" + beginning + "“ but " + said);
  }

  private @Nullable String next() {
    try {
      return lines.poll(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI home() {
    return home;
  }

  /** Ends the program by SIGTERM; it must go within the ten seconds promised. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The program did not end within 10 s of SIGTERM");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
