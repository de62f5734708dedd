package org.allmende.bench.board;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.bench.Benchmark;
import org.allmende.bench.DemoContent;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Result;

/** What it adds when who reads a board is on another node than who writes. */
public final class Crossing implements Benchmark {

  private static final double GOAL_MS = 3;

  @Override
  public String name() {
    return "crossing";
  }

  @Override
  public String about() {
    return "a board over two nodes, ten changes a second [--rounds 3 --seconds 20 --peers DIR]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int rounds = (int) options.number("rounds", 3);
    long seconds = options.number("seconds", 20);
    Workbench bench = Workbench.prepared(options);
    try (Program first = DemoContent.started("crossing");
        Program second = beside(first)) {
      second.start();
      Side here = Allmende.shielded(first, bench.shield());
      bench.shield().over(second.java());
      var crossed = new Crossed();
      for (int round = 0; round < rounds; round++) {
        crossed.add(once(bench, here, second, seconds));
      }
      return crossed
          .result()
          .with("rounds", rounds)
          .with("seconds", seconds)
          .with("changesPerSecond", 10)
          .with("shield", bench.shield().told())
          .with("java", String.join(" ", Program.SMALL))
          .goal(
              "p50 added at most %.0f ms: %.2f".formatted(GOAL_MS, crossed.added()),
              crossed.added() <= GOAL_MS);
    }
  }

  /** A second node on the database of the first one. */
  private static Program beside(Program first) throws IOException {
    Path folder = first.data().resolve("postgres");
    String database =
        "postgresql://allmende:%s@127.0.0.1:%s/allmende"
            .formatted(
                Files.readString(folder.resolve("password")).strip(),
                Files.readString(folder.resolve("port")).strip());
    return new Program(
        Program.freshFolder("crossing-second"),
        Program.freePort(),
        Program.SMALL,
        List.of(),
        Map.of("ALLMENDE_DATABASE_URL", database));
  }

  private static JsonObject once(Workbench bench, Side here, Program there, long seconds)
      throws Exception {
    List<String> command =
        bench.node(
            "crossing.mjs",
            "ws://127.0.0.1:" + here.port(),
            "ws://127.0.0.1:" + there.home().getPort(),
            String.valueOf(seconds));
    Process process =
        bench
            .process(command, here.board(0))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = process.inputReader().lines().findFirst().orElse("");
    if (process.waitFor() != 0) {
      throw new IOException("crossing.mjs failed");
    }
    return new Gson().fromJson(said, JsonObject.class);
  }
}
