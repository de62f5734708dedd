package org.allmende.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program as {@code bin/run} starts it, a process of its own, with a data folder and a port
 * that it keeps over any number of starts and kills.
 */
public final class Program implements AutoCloseable {
  /** The options of Java that {@code bin/run} gives by itself. */
  public static final List<String> SMALL = List.of("-Xms96m", "-Xmx512m");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path data;
  private final int port;
  private final List<String> java;
  private final List<String> options;
  private final Map<String, String> settings;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private @Nullable Process process;

  /**
   * @param java options of Java, such as {@code -Xmx512m}
   * @param options options of the program, such as {@code --demo}
   * @param settings of its environment, such as {@code ALLMENDE_SMTP_URL}
   */
  public Program(
      Path data, int port, List<String> java, List<String> options, Map<String, String> settings) {
    this.data = data;
    this.port = port;
    this.java = java;
    this.options = options;
    this.settings = settings;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** With the demo's content, in a fresh folder of the benchmark's name. */
  public static Program demo(String name, Map<String, String> settings) throws IOException {
    return new Program(freshFolder(name), freePort(), SMALL, List.of("--demo"), settings);
  }

  public static Path freshFolder(String name) throws IOException {
    Path parent = Bench.ROOT.resolve("bench/target/data");
    return Files.createTempDirectory(Files.createDirectories(parent), name);
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public URI home() {
    return URI.create("http://localhost:" + port + "/");
  }

  public Path data() {
    return data;
  }

  /** The database it brought along. */
  public Connection database() throws IOException, SQLException {
    Path folder = data.resolve("postgres");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + Files.readString(folder.resolve("port")).strip()
            + "/allmende",
        "allmende",
        Files.readString(folder.resolve("password")).strip());
  }

  /** How many MB of memory it held at most since {@link #forgetPeak}. */
  public long peakMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(ofProcess("status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Lets the kernel begin anew with the highest memory. */
  public void forgetPeak() throws IOException {
    Files.writeString(ofProcess("clear_refs"), "5");
  }

  private Path ofProcess(String file) {
    return Path.of("/proc", String.valueOf(running().pid()), file);
  }

  /** Starts and waits until it is ready; how long that took. */
  public Duration start() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    launch();
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Starts without waiting. */
  public void launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Bench.ROOT.resolve("bin/run").toString());
    command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString()));
    command.addAll(options);
    Files.createDirectories(data);
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ALLMENDE_JAVA_OPTIONS", String.join(" ", java));
    builder.environment().putAll(settings);
    process = builder.start();
  }

  /** What it said, over all starts. */
  public Path log() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  /** The first words of a shape that it says; it may be ready a moment before it says so. */
  public String said(String shape) throws IOException, InterruptedException {
    Pattern wanted = Pattern.compile(shape);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (WatchService more = FileSystems.getDefault().newWatchService()) {
      Path folder = Objects.requireNonNull(log().getParent());
      folder.register(more, StandardWatchEventKinds.ENTRY_MODIFY);
      while (System.nanoTime() < deadline) {
        Matcher found = wanted.matcher(Files.readString(log()));
        if (found.find()) {
          return found.group();
        }
        if (!isAlive()) {
          throw new IOException("The program ended; see " + log());
        }
        awaitMore(more);
      }
    }
    throw new IOException("The program did not say %s; see %s".formatted(shape, log()));
  }

  /** Until it says more, or for so long that it may have ended without a word. */
  private static void awaitMore(WatchService more) throws InterruptedException {
    WatchKey written = more.poll(1, TimeUnit.SECONDS);
    if (written != null) {
      written.pollEvents();
      written.reset();
    }
  }

  public void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!running().isAlive()) {
        throw new IOException("The program ended before it was ready; see " + log());
      }
      if (health() == 200) {
        return;
      }
      Thread.sleep(25);
    }
    throw new IOException("The program was not ready in " + PATIENCE + "; see " + log());
  }

  /** The status of {@code /health}, 0 when nobody answers. */
  public int health() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(home().resolve("health")).timeout(Duration.ofSeconds(5)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }

  /** Kills Java as {@code kill -9} does; PostgreSQL goes on. */
  public void killJava() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  /** Kills the embedded PostgreSQL with all its children as {@code kill -9} does. */
  public void killPostgres() throws IOException {
    postgres()
        .ifPresent(postmaster -> {
          // The first one first: otherwise it would begin to mend what befell its children.
          List<ProcessHandle> children = postmaster.descendants().toList();
          postmaster.destroyForcibly();
          children.forEach(ProcessHandle::destroyForcibly);
          postmaster.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        });
  }

  /** The first process of the embedded PostgreSQL, while it runs. */
  public Optional<ProcessHandle> postgres() throws IOException {
    Path folder = data.resolve("postgres");
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.map(each -> each.resolve("postmaster.pid")).toList()) {
        if (Files.exists(file)) {
          return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
              .filter(ProcessHandle::isAlive)
              // After a kill the number may belong to another program.
              .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
        }
      }
    }
    return Optional.empty();
  }

  /** The process of Java. */
  public ProcessHandle java() {
    return running().toHandle();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The memory that Java holds now, without PostgreSQL. */
  public long residentMb() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + running().pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("The program was not started.");
    }
    return process;
  }

  /** Ends it by SIGTERM, and what is left after that by SIGKILL. */
  @Override
  public void close() {
    Process last = process;
    process = null;
    if (last == null) {
      return;
    }
    last.destroy();
    try {
      if (!last.waitFor(20, TimeUnit.SECONDS)) {
        last.destroyForcibly().waitFor();
      }
      killPostgres();
    } catch (IOException | InterruptedException e) {
      last.destroyForcibly();
    }
  }
}
