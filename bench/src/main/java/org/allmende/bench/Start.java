package org.allmende.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How long the program takes from its start until it is ready, on a folder with content. */
final class Start implements Benchmark {
  private static final double GOAL_WARM = 4;
  private static final double GOAL_AFTER_KILL = 6;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "start to ready: first, warm, after kill -9 [--runs 5]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int runs = (int) options.number("runs", 5);
    double[] warm = new double[runs];
    double[] afterKill = new double[runs];
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Program program = Program.demo("start", Map.of())) {
      rows.add(Result.row("start", "first, writes the demo", "s", seconds(program.start())));
      for (int i = 0; i < runs; i++) {
        program.close();
        warm[i] = seconds(program.start());
      }
      for (int i = 0; i < runs; i++) {
        program.killJava();
        program.killPostgres();
        afterKill[i] = seconds(program.start());
      }
      rows.add(row("warm", warm, GOAL_WARM));
      rows.add(row("after kill -9 of Java and PostgreSQL", afterKill, GOAL_AFTER_KILL));
      return Result.of(rows)
          .with("runs", runs)
          .goal("warm in " + GOAL_WARM + " s", median(warm) <= GOAL_WARM)
          .goal("after kill in " + GOAL_AFTER_KILL + " s", median(afterKill) <= GOAL_AFTER_KILL);
    }
  }

  private static Map<String, Object> row(String start, double[] all, double goal) {
    return Result.row("start", start, "s", median(all), "goal", goal, "all", Arrays.toString(all));
  }

  private static double median(double[] all) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double seconds(Duration duration) {
    return Math.round(duration.toMillis() / 10.0) / 100.0;
  }
}
