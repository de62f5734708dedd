package org.allmende.bench.survive;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.bench.Api;
import org.allmende.bench.DemoContent;
import org.allmende.bench.Program;

/** The program on a small disk of its own that becomes full; needs the right to mount one. */
final class FullDisk {
  static final String NO_RIGHT = "not tried: no right to mount a small disk";

  private static final int MEGABYTES = 900;
  private static final Map<String, String> WISH =
      Map.of("need", "Wo ist noch Platz für eine Bank?");

  private final Ledger ledger;

  FullDisk(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What happened, in a sentence; {@link #NO_RIGHT} if nothing could. */
  String tried() throws Exception {
    Path disk = Program.freshFolder("disk");
    if (run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString())
        != 0) {
      return NO_RIGHT;
    }
    try (var program =
        new Program(
            disk.resolve("data"), Program.freePort(), Program.SMALL, List.of("--demo"), Map.of())) {
      program.start();
      return filled(program, disk);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private String filled(Program program, Path disk) throws Exception {
    DemoContent.await(program);
    var api = new Api(program.home(), "moers", null);
    expect("a wish before", 201, state(api));
    Path filler = disk.resolve("filler");
    fill(filler, disk.toFile().getUsableSpace() - 100_000_000);
    expect("a wish with 100 MB left", 507, state(api));
    expect("a page with 100 MB left", 200, read(program));
    fill(filler, Long.MAX_VALUE);
    expect("a wish with nothing left", 507, state(api));
    for (int i = 0; i < 20; i++) {
      expect("a page with nothing left", 200, read(program));
      Thread.sleep(500);
    }
    Files.delete(filler);
    expect("a wish afterwards", 201, state(api));
    expect("a page afterwards", 200, read(program));
    return "writing refused with 507, reading went on, writing again when there was room";
  }

  private void expect(String what, int wanted, int got) {
    if (wanted != got) {
      ledger.surprise("full disk: %s answered %d and not %d".formatted(what, got, wanted));
    }
  }

  private static int state(Api api) throws IOException, InterruptedException {
    return api.send("POST", "wishes", WISH, null).status();
  }

  private static int read(Program program) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(program.home().resolve("/moers/wishes")).build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** Adds so many bytes, or as many as there is room for. */
  private static void fill(Path file, long bytes) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out =
        Files.newOutputStream(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
    } catch (IOException full) {
      if (bytes < Long.MAX_VALUE) {
        throw full;
      }
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
