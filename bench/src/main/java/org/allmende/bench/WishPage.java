package org.allmende.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * How fast somebody without a login reads a wish, beside nginx with the same bytes, on a server
 * that has been at work for some minutes: Java goes on compiling for tens of thousands of reads.
 */
final class WishPage implements Benchmark {

  private static final double GOAL_RATIO = 25;
  private static final int WARM_UP = 30_000;

  @Override
  public String name() {
    return "page";
  }

  @Override
  public String about() {
    return "page of a wish over one connection, beside nginx [--warm-up 30000 --rounds 10 --reads 300]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int rounds = (int) options.number("rounds", 10);
    int reads = (int) options.number("reads", 300);
    int warmUp = (int) options.number("warm-up", WARM_UP);
    try (Program program = DemoContent.started("page")) {
      String wish =
          new Api(program.home(), "moers", null)
              .get("wishes").items().stream()
                  .map(each -> "/moers/wishes/" + each.get("id").getAsString())
                  .findFirst()
                  .orElseThrow();
      try (var ours = new Connection(program.home());
          Nginx nginx = Nginx.serving(ours.get(wish).body());
          var floor = new Connection(nginx.home())) {
        IntFunction<String> anew = i -> wish + "?n=" + i;
        time(ours, i -> wish, warmUp);
        time(ours, anew, warmUp / 10);
        time(floor, i -> "/page", warmUp);
        long[][] times = new long[3][rounds * reads];
        for (int round = 0; round < rounds; round++) {
          int from = round * reads;
          int base = (round + 1) * 1_000_000;
          System.arraycopy(time(floor, i -> "/page", reads), 0, times[0], from, reads);
          System.arraycopy(time(ours, i -> wish, reads), 0, times[1], from, reads);
          System.arraycopy(time(ours, i -> anew.apply(base + i), reads), 0, times[2], from, reads);
        }
        Quantiles floorTimes = Quantiles.ofNanos(times[0]);
        Quantiles page = Quantiles.ofNanos(times[1]);
        Quantiles fresh = Quantiles.ofNanos(times[2]);
        double ratio = page.p(0.5) / floorTimes.p(0.5);
        return Result.of(
                List.of(
                    row("nginx, the same bytes", floorTimes, floorTimes),
                    row("ours, read before", page, floorTimes),
                    row("ours, rendered anew", fresh, floorTimes)))
            .with("page", wish)
            .with("bytes", ours.get(wish).body().length)
            .with("warmUp", warmUp)
            .with("rounds", rounds)
            .with("readsPerRound", reads)
            .goal("at most " + GOAL_RATIO + " times nginx at p50", ratio <= GOAL_RATIO);
      }
    }
  }

  private static Map<String, Object> row(String side, Quantiles times, Quantiles floor) {
    return Result.row(
        "side",
        side,
        "p50 ms",
        times.p(0.5),
        "p95 ms",
        times.p(0.95),
        "p99 ms",
        times.p(0.99),
        "p50 / nginx",
        Math.round(times.p(0.5) / floor.p(0.5) * 10) / 10.0);
  }

  private static long[] time(Connection connection, IntFunction<String> path, int reads)
      throws IOException {
    long[] nanos = new long[reads];
    for (int i = 0; i < reads; i++) {
      long begin = System.nanoTime();
      Connection.Page page = connection.get(path.apply(i));
      nanos[i] = System.nanoTime() - begin;
      if (page.status() != 200) {
        throw new IOException(path.apply(i) + " answered " + page.status());
      }
    }
    return nanos;
  }
}
