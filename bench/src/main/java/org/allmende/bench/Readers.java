package org.allmende.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Many people read public pages at the same time: each with a connection of their own opens a page,
 * reads for a while, opens the next; meanwhile somebody now and then says that they need the same.
 */
final class Readers implements Benchmark {

  private static final double GOAL_P99_MS = 500;

  @Override
  public String name() {
    return "readers";
  }

  @Override
  public String about() {
    return "many readers of public pages [--readers 500 --seconds 60 --pause-ms 2000 --write-ms 5000 --seed 1]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int readers = (int) options.number("readers", 500);
    long seconds = options.number("seconds", 60);
    long pauseMs = options.number("pause-ms", 2_000);
    long writeMs = options.number("write-ms", 5_000);
    long seed = options.number("seed", 1);
    try (Program program = DemoContent.started("readers")) {
      List<String> pages = pages(program.home());
      var crowd = new Crowd(program.home(), pages, pauseMs, seed);
      crowd.read(readers, 20, writeMs);
      crowd.forget();
      crowd.read(readers, seconds, writeMs);
      Quantiles times =
          Quantiles.ofNanos(crowd.nanos.stream().mapToLong(Long::longValue).toArray());
      return Result.of(
              List.of(
                  Result.row(
                      "readers",
                      readers,
                      "pages/s",
                      times.sorted().length / seconds,
                      "errors",
                      crowd.errors.get(),
                      "p50 ms",
                      times.p(0.5),
                      "p95 ms",
                      times.p(0.95),
                      "p99 ms",
                      times.p(0.99),
                      "max ms",
                      times.p(1),
                      "memory MB",
                      program.residentMb())))
          .with("seconds", seconds)
          .with("meanPauseMs", pauseMs)
          .with("writeEveryMs", writeMs)
          .with("differentPages", pages.size())
          .with("seed", seed)
          .goal("no error", crowd.errors.get() == 0)
          .goal("p99 below " + GOAL_P99_MS + " ms", times.p(0.99) < GOAL_P99_MS);
    }
  }

  /** Start pages, lists, wishes, datasets, workshops and searches of the demo's towns. */
  private static List<String> pages(URI home) throws IOException, InterruptedException {
    List<String> pages = new ArrayList<>(List.of("/", "/reallabor/"));
    for (String town : List.of("moers", "kleve", "geldern")) {
      String at = "/" + town;
      Stream.of(
              "/",
              "/wishes",
              "/wishes?page=2",
              "/wishes/new",
              "/priorities",
              "/datasets",
              "/potentials",
              "/workshops",
              "/legal/privacy",
              "/search?q=Baum",
              "/datasets?q=Schule")
          .map(at::concat)
          .forEach(pages::add);
      var api = new Api(home, town, null);
      for (String kind : List.of("wishes", "datasets")) {
        for (JsonObject item : api.get(kind).items()) {
          pages.add(at + "/" + kind + "/" + item.get("id").getAsString());
        }
      }
    }
    return pages;
  }

  /** The people and what they saw. */
  private record Crowd(
      URI home,
      List<String> pages,
      long pauseMs,
      long seed,
      ConcurrentLinkedQueue<Long> nanos,
      AtomicInteger errors) {

    Crowd(URI home, List<String> pages, long pauseMs, long seed) {
      this(home, pages, pauseMs, seed, new ConcurrentLinkedQueue<>(), new AtomicInteger());
    }

    void forget() {
      nanos.clear();
      errors.set(0);
    }

    void read(int readers, long seconds, long writeMs) throws InterruptedException {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      List<Thread> people = new ArrayList<>();
      people.add(Thread.ofVirtual().start(() -> write(end, writeMs)));
      for (int i = 0; i < readers; i++) {
        var random = new Random(seed * 1_000_003 + i);
        people.add(Thread.ofVirtual().start(() -> readOn(random, end)));
      }
      for (Thread person : people) {
        person.join();
      }
    }

    private void readOn(Random random, long end) {
      try (var connection = new Connection(home)) {
        Thread.sleep(random.nextLong(pauseMs));
        while (System.nanoTime() < end) {
          readOne(connection, pages.get(random.nextInt(pages.size())));
          Thread.sleep(random.nextLong(2 * pauseMs));
        }
      } catch (IOException | InterruptedException e) {
        errors.incrementAndGet();
      }
    }

    private void readOne(Connection connection, String path) throws IOException {
      long begin = System.nanoTime();
      try {
        if (connection.get(path).status() != 200) {
          errors.incrementAndGet();
        }
      } catch (IOException e) {
        errors.incrementAndGet();
        connection.close();
      }
      nanos.add(System.nanoTime() - begin);
    }

    private void write(long end, long everyMs) {
      try {
        var api = new Api(home, "moers", null);
        String wish = api.get("wishes").items().getFirst().get("id").getAsString();
        while (System.nanoTime() < end) {
          api.send("POST", "wishes/" + wish + "/supports", Map.of("organisation", "Verein"), null);
          Thread.sleep(everyMs);
        }
      } catch (IOException | InterruptedException e) {
        errors.incrementAndGet();
      }
    }
  }
}
