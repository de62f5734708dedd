package org.allmende.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.bench.board.Crossing;
import org.allmende.bench.board.LiveBoard;
import org.allmende.bench.board.Watching;
import org.allmende.bench.survive.Memory;
import org.allmende.bench.survive.Survive;
import org.allmende.bench.video.Moves;

/** The program behind {@code bin/bench NAME [--option value …]}. */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new Catalogue(),
          new Crossing(),
          new Groups(),
          new LiveBoard(),
          new Matches(),
          new Memory(),
          new Moves(),
          new Readers(),
          new Start(),
          new Survive(),
          new Topics(),
          new Watching(),
          new WishPage());

  /** The folder of the repository. */
  public static final Path ROOT =
      Path.of(System.getProperty("allmende.root", ".")).toAbsolutePath();

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Bench() {}

  public static void main(String[] words) throws Exception {
    Optional<Benchmark> chosen =
        ALL.stream().filter(each -> words.length > 0 && each.name().equals(words[0])).findFirst();
    if (chosen.isEmpty()) {
      System.err.println("Usage: bin/bench NAME [--option value …]");
      ALL.forEach(each -> System.err.printf("  %-12s %s%n", each.name(), each.about()));
      System.exit(2);
    }
    Options options = Options.read(Arrays.asList(words).subList(1, words.length));
    // Threads of clients and mail servers may still run.
    System.exit(measure(chosen.orElseThrow(), options) ? 0 : 1);
  }

  private static boolean measure(Benchmark benchmark, Options options) throws Exception {
    Map<String, Object> machine = Machine.described();
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Result result = benchmark.run(options);
    System.out.println();
    System.out.print(new TextTable(result.rows()).text());
    result.missed().forEach(sentence -> System.out.println("MISSED: " + sentence));
    write(
        benchmark.name(),
        Result.row(
            "benchmark",
            benchmark.name(),
            "command",
            ("bin/bench " + benchmark.name() + " " + options.typed()).strip(),
            "at",
            at.toString(),
            "machine",
            machine,
            "setting",
            result.setting(),
            "rows",
            result.rows(),
            "missed",
            result.missed()));
    return result.missed().isEmpty();
  }

  private static void write(String name, Map<String, Object> content) throws IOException {
    Path file = ROOT.resolve("bench/results/" + name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.toJson(content) + "\n");
    System.out.println("Written to " + ROOT.relativize(file));
  }
}
