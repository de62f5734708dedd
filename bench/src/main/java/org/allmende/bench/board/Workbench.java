package org.allmende.bench.board;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.bench.Bench;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Shield;

/**
 * The folder in which the generator and the servers to compare with are put together: the peers'
 * files, the files of {@code bench/board} beside them, and the packages both need.
 *
 * @param folder below {@code bench/target}
 */
record Workbench(Path folder, Shield shield) {

  private static final Path OWN = Bench.ROOT.resolve("bench/board");
  private static final String LOCK = "package-lock.json";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Workbench prepared(Options options) throws IOException, InterruptedException {
    var bench = new Workbench(Bench.ROOT.resolve("bench/target/board"), Shield.raised());
    Files.createDirectories(bench.folder);
    boolean fetched = bench.isFetched();
    bench.copy(peers(options));
    bench.copy(OWN);
    if (!fetched) {
      bench.run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    }
    bench.run(
        List.of(
            java("javac"), "-Xlint:none", "-d", "classes", "-cp", libraries(), "FloorJetty.java"));
    return bench;
  }

  private boolean isFetched() throws IOException {
    Path known = folder.resolve(LOCK);
    return Files.isExecutable(nodeFile())
        && Files.exists(known)
        && Files.mismatch(known, OWN.resolve(LOCK)) < 0;
  }

  /** Where the generator and its peers lie: {@code shared/bench/peers} beside a folder above. */
  private static Path peers(Options options) throws IOException {
    String given = options.text("peers", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    for (Path above = Bench.ROOT; above != null; above = above.getParent()) {
      Path beside = above.resolve("shared/bench/peers");
      if (Files.isRegularFile(beside.resolve("board-load.mjs"))) {
        return beside;
      }
    }
    throw new IOException(
        "The load generator is not in shared/bench/peers beside a folder above;"
            + " name its folder with --peers");
  }

  private void copy(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }

  private static String java(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** What the benchmarks themselves are started with; Jetty is among it. */
  private static String libraries() {
    return Bench.ROOT.resolve("bench/target/lib") + File.separator + "*";
  }

  private Path nodeFile() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return folder.resolve("node_modules/node-linux-" + processor + "/bin/node");
  }

  /** A script of the folder behind the shield. */
  List<String> node(String... script) {
    return shield.before(
        Stream.concat(Stream.of(nodeFile().toString()), Stream.of(script)).toList());
  }

  ProcessBuilder process(List<String> command, Map<String, String> settings) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(settings);
    return builder;
  }

  /** hocuspocus in one of the two ways its script knows, on a fresh file of SQLite. */
  Peer hocuspocus(String name, String way) throws IOException, InterruptedException {
    int port = Program.freePort();
    String file = Program.freshFolder(way).resolve("board.db").toString();
    var builder =
        process(node("hocuspocus.mjs", way), Map.of("PORT", String.valueOf(port), "DB", file));
    return listening(name, "adapter-hocuspocus.mjs", port, builder);
  }

  Peer relay() throws IOException, InterruptedException {
    int port = Program.freePort();
    List<String> command =
        List.of(
            java("java"),
            "-Xmx512m",
            "-cp",
            "classes" + File.pathSeparator + libraries(),
            "FloorJetty",
            String.valueOf(port));
    return listening(
        Comparison.RELAY, "adapter-json.mjs", port, process(shield.before(command), Map.of()));
  }

  private Peer listening(String name, String adapter, int port, ProcessBuilder builder)
      throws IOException, InterruptedException {
    File log = folder.resolve(name.replaceAll("\\W+", "-") + ".log").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException(name + " did not start; see " + log);
      }
      Thread.sleep(50);
    }
    return new Peer(name, adapter, port, process);
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
