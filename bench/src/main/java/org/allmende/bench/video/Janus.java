package org.allmende.bench.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.allmende.bench.Program;

/**
 * Debian's Janus on loopback, with a configuration of its own and only what rooms need; the browser
 * journeys use it too.
 */
public final class Janus implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/janus");

  private final Path folder;
  private final int port;
  private Process process;

  private Janus(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = run();
  }

  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /** Starts it with what it needs in the folder; whoever connects has to try until it answers. */
  public static Janus start(Path folder) {
    try {
      int port = Program.freePort();
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
          transports: {
            disable = "libjanus_http.so,libjanus_mqtt.so,libjanus_nanomsg.so,\
          libjanus_pfunix.so,libjanus_rabbitmq.so"
          }
          plugins: {
            disable = "libjanus_audiobridge.so,libjanus_echotest.so,libjanus_recordplay.so,\
          libjanus_sip.so,libjanus_nosip.so,libjanus_streaming.so,libjanus_textroom.so,\
          libjanus_videocall.so,libjanus_voicemail.so,libjanus_lua.so,libjanus_duktape.so"
          }
          """
              .formatted(folder, installed, installed));
      Files.writeString(
          folder.resolve("janus.transport.websockets.jcfg"),
          "general: { ws = true, ws_ip = \"127.0.0.1\", ws_port = " + port + " }\n");
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
      return Objects.requireNonNull(found.findFirst().orElseThrow().getParent());
    }
  }

  private Process run() throws IOException {
    // If it dies, it is not to leave its memory behind.
    String quietly = "ulimit -c 0; exec \"$0\" -F \"$1\"";
    Process started =
        new ProcessBuilder("sh", "-c", quietly, PROGRAM.toString(), folder.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("janus.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  public String address() {
    return "ws://127.0.0.1:" + port;
  }

  /** Ends it without a word, as a crash does. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void startAgain() {
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
