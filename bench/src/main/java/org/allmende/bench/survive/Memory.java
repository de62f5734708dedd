package org.allmende.bench.survive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allmende.bench.Benchmark;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Result;

/** What Java holds after people took the whole way, by wishes and by workshops, some times over. */
public final class Memory implements Benchmark {
  private static final long GOAL_MB = 450;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String about() {
    return "what Java holds of the machine's memory after journeys [--journeys 20] [--seed 1]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int journeys = (int) options.number("journeys", 20);
    var random = new Random(options.number("seed", 1));
    try (var postbox = new Postbox(Program.freePort(), random);
        var program = Survive.program(postbox)) {
      program.start();
      List<Map<String, Object>> rows = new ArrayList<>();
      rows.add(row("ready", 0, program));
      Town town = Town.founded(program, postbox);
      var ledger = new Ledger();
      for (int i = 1; i <= journeys; i++) {
        new WorkshopJourney(town, ledger, random, "platz" + i + "x").run();
        new WishJourney(town, ledger, random, "wort" + i + "x").run();
        if (i == 1 || i == journeys) {
          rows.add(row("journeys taken: " + i, ledger.all(), program));
        }
      }
      long last = program.residentMb();
      return Result.of(rows)
          .with("java", String.join(" ", Program.SMALL))
          .goal("at most " + GOAL_MB + " MB after the journey", last <= GOAL_MB)
          .goal("no answer that nobody should get", ledger.surprises().isEmpty());
    }
  }

  private static Map<String, Object> row(String when, int actions, Program program)
      throws Exception {
    return Result.row(
        "when", when, "actions", actions, "resident MB, without PostgreSQL", program.residentMb());
  }
}
