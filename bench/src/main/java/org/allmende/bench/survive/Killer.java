package org.allmende.bench.survive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allmende.bench.Api;
import org.allmende.bench.Program;

/** Kills Java, PostgreSQL or both at random moments, and looks at the boards right afterwards. */
final class Killer {

  /** What is killed. */
  enum Target {
    JAVA,
    POSTGRES,
    BOTH
  }

  /** What one kill did: how long until ready, how many boards were asked and were incomplete. */
  record Kill(Target target, int atAction, Duration untilReady, int boards, int incomplete) {}

  private final Town town;
  private final Ledger ledger;
  private final Random random;
  private final List<Integer> moments;
  private final List<Kill> kills = new ArrayList<>();

  Killer(Town town, Ledger ledger, Random random, int kills, int actions) {
    this.town = town;
    this.ledger = ledger;
    this.random = random;
    this.moments = random.ints(kills, actions / 50, actions * 19 / 20).sorted().boxed().toList();
  }

  List<Kill> kills() {
    return kills;
  }

  void run() throws IOException, InterruptedException {
    for (int moment : moments) {
      while (ledger.all() < moment) {
        Thread.sleep(2);
      }
      Thread.sleep(random.nextInt(400));
      Target target = Target.values()[random.nextInt(Target.values().length)];
      Map<String, List<String>> before = ledger.boards();
      int at = ledger.all();
      Duration untilReady = kill(target);
      int incomplete = incomplete(before);
      kills.add(new Kill(target, at, untilReady, before.size(), incomplete));
      System.out.printf(
          "kill %d of %d: %s at action %d, ready after %.1f s, %d of %d boards incomplete%n",
          kills.size(),
          moments.size(),
          target,
          at,
          untilReady.toMillis() / 1000.0,
          incomplete,
          before.size());
    }
  }

  private Duration kill(Target target) throws IOException, InterruptedException {
    Program program = town.program();
    long begin = System.nanoTime();
    switch (target) {
      case JAVA -> {
        program.killJava();
        program.start();
      }
      case POSTGRES -> {
        program.killPostgres();
        program.awaitReady();
      }
      case BOTH -> {
        if (random.nextBoolean()) {
          program.killJava();
          program.killPostgres();
        } else {
          program.killPostgres();
          program.killJava();
        }
        program.start();
      }
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Asks every board once; the first answer counts. */
  private int incomplete(Map<String, List<String>> before) throws InterruptedException {
    int incomplete = 0;
    for (Map.Entry<String, List<String>> board : before.entrySet()) {
      List<String> shown = notes(board.getKey());
      for (String note : board.getValue()) {
        long times = shown.stream().filter(note::equals).count();
        if (times != 1) {
          ledger.surprise("after a kill the note „" + note + "“ was there " + times + " times");
          incomplete++;
          break;
        }
      }
    }
    return incomplete;
  }

  private List<String> notes(String workshop) throws InterruptedException {
    try {
      Api.Answer answer = town.staff().get("workshops/" + workshop + "/notes");
      if (answer.status() == 200) {
        return answer.items().stream().map(note -> note.get("text").getAsString()).toList();
      }
      ledger.surprise("a board answered " + answer.status() + " " + answer.text());
    } catch (IOException e) {
      ledger.surprise("a board did not answer: " + e);
    }
    return List.of();
  }
}
