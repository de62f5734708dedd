package org.allmende.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Janus on loopback, with a configuration of its own and only what rooms need. */
final class Janus implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/janus");

  private final Path folder;
  private final int port;
  private Process process;

  private Janus(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = run();
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  static Janus start() {
    try (var socket = new ServerSocket(0)) {
      int port = socket.getLocalPort();
      Path data = Files.createDirectories(Path.of("target", "data")).toAbsolutePath();
      Path folder = Files.createTempDirectory(data, "janus");
      Path installed = installed();
      Files.writeString(
          folder.resolve("janus.jcfg"),
          """
          general: {
            configs_folder = "%s"
            plugins_folder = "%s/plugins"
            transports_folder = "%s/transports"
            debug_level = 3
          }
          media: { rtp_port_range = "21000-21999" }
          nat: { ice_enforce_list = "lo" }
          """
              .formatted(folder, installed, installed));
      Files.writeString(
          folder.resolve("janus.transport.websockets.jcfg"),
          "general: { ws = true, ws_ip = \"127.0.0.1\", ws_port = " + port + " }\n");
      Files.writeString(folder.resolve("janus.transport.http.jcfg"), "general: { http = false }\n");
      socket.close();
      return new Janus(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where Debian puts it on this kind of computer. */
  private static Path installed() throws IOException {
    try (var found =
        Files.find(
            Path.of("/usr/lib"),
            3,
            (path, file) -> path.endsWith("janus/plugins") && file.isDirectory())) {
      return found.findFirst().orElseThrow().getParent();
    }
  }

  private Process run() throws IOException {
    Process started =
        new ProcessBuilder(List.of(PROGRAM.toString(), "-F", folder.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("janus.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  String address() {
    return "ws://127.0.0.1:" + port;
  }

  /** Ends it without a word, as a crash does. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void startAgain() {
    try {
      process = run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
