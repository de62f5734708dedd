package org.allmende.bench.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.bench.Benchmark;
import org.allmende.bench.DemoContent;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Result;

/**
 * People move and edit the notes of one board, fifty changes a second together: how soon the others
 * see it, what it costs, how fast people come in. Beside it hocuspocus, as it ships and storing
 * before it tells, and a relay that does nothing else.
 */
public final class LiveBoard implements Benchmark {

  @Override
  public String name() {
    return "board";
  }

  @Override
  public String about() {
    return "a live board beside hocuspocus and a bare relay [--people 25,220 --rounds 5 --seconds 4 --peers DIR]";
  }

  @Override
  public Result run(Options options) throws Exception {
    List<Integer> crowds =
        Stream.of(options.text("people", "25,220").split(",")).map(Integer::valueOf).toList();
    int rounds = (int) options.number("rounds", 5);
    long seconds = options.number("seconds", 4);
    Workbench bench = Workbench.prepared(options);
    var generator = new Generator(bench, seconds);
    try (Program program = DemoContent.started("board");
        Peer ships = bench.hocuspocus(Comparison.SHIPS, "ships");
        Peer stores = bench.hocuspocus(Comparison.STORES_FIRST, "write-through");
        Peer relay = bench.relay()) {
      Side ours = Allmende.shielded(program, bench.shield());
      List<Side> sides = List.of(ours, ships, stores, relay);
      var commits = new Commits(program, bench.shield());
      // Java runs unprepared code in its first round.
      for (Side side : sides) {
        told(generator.run(side, crowds.getFirst()), "warm-up");
      }
      var measured = new Rounds();
      for (int round = 0; round < rounds; round++) {
        for (int people : crowds) {
          for (Side side : rotated(sides, round)) {
            measured.add(told(generator.run(side, people), "round " + (round + 1)));
          }
        }
        commits.take();
      }
      return new Comparison(measured, crowds, commits.times())
          .result()
          .with("rounds", rounds)
          .with("seconds", seconds)
          .with("changesPerSecond", 50)
          .with("notes", Comparison.NOTES)
          .with("shield", bench.shield().told())
          .with("java", String.join(" ", Program.SMALL))
          .with("postgres", commits.settings());
    }
  }

  /** Each round another one begins. */
  private static List<Side> rotated(List<Side> sides, int by) {
    List<Side> order = new ArrayList<>(sides);
    Collections.rotate(order, -by);
    return order;
  }

  private static Round told(Round round, String when) {
    System.out.printf("%s: %d at %s %s%n", when, round.people(), round.side(), round.figures());
    return round;
  }
}
