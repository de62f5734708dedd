package org.allmende.bench.survive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.allmende.bench.Benchmark;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Result;

/**
 * Many people work at once while Java, PostgreSQL or both are killed; in the end every acknowledged
 * action is there once, and every mail arrived under one Message-ID.
 */
public final class Survive implements Benchmark {
  private static final int PEOPLE = 6;

  @Override
  public String name() {
    return "survive";
  }

  @Override
  public String about() {
    return "kill -9 while people work [--kills 20] [--actions 2000] [--seed N] [--disk no]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int kills = (int) options.number("kills", 20);
    int actions = (int) options.number("actions", 2000);
    long seed = options.number("seed", new Random().nextInt(1_000_000));
    System.out.printf("seed %d, %d kills over %d actions%n", seed, kills, actions);
    var random = new Random(seed);
    try (var postbox = new Postbox(Program.freePort(), random);
        var program = program(postbox)) {
      program.start();
      Town town = Town.founded(program, postbox);
      var ledger = new Ledger();
      var killer = new Killer(town, ledger, random, kills, actions);
      var mails = new Mails(program, postbox, ledger);
      String hanging;
      String mailAway;
      try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> confirming = people.submit(() -> run(mails::confirm));
        try {
          work(people, town, ledger, killer, actions, seed);
          var outages = new Outages(town, ledger, postbox, random);
          hanging = outages.databaseHangs(Duration.ofSeconds(options.number("hang", 60)));
          mailAway = outages.mailServerAway(Duration.ofSeconds(options.number("mail-away", 150)));
          System.out.println("PostgreSQL hangs: " + hanging + "; mail server " + mailAway);
          mails.await();
        } finally {
          mails.stop();
        }
        confirming.get();
      }
      Result result = result(town, ledger, killer, mails.verdict());
      program.close();
      String disk =
          options.text("disk", "yes").equals("no")
              ? "not tried, because of --disk no"
              : new FullDisk(ledger).tried();
      return result
          .with("PostgreSQL hangs for a minute", hanging)
          .with("mail server", mailAway)
          .with("disk full", disk)
          .goal("the full disk tried", !disk.equals(FullDisk.NO_RIGHT))
          .goal("no answer that nobody should get", ledger.surprises().isEmpty())
          .with("seed", seed)
          .with("people at once", PEOPLE)
          .with("mail server hung up after taking a mail", postbox.hungUp());
    }
  }

  static Program program(Postbox postbox) throws Exception {
    return new Program(
        Program.freshFolder("survive"),
        Program.freePort(),
        Program.SMALL,
        List.of(),
        Map.of(
            "ALLMENDE_SMTP_URL",
            postbox.url(),
            "SPRING_APPLICATION_JSON",
            "{\"allmende.pace.address\": 1000000}"));
  }

  private static void work(
      ExecutorService people, Town town, Ledger ledger, Killer killer, int actions, long seed)
      throws InterruptedException, ExecutionException {
    var number = new AtomicInteger();
    List<Future<?>> working = new ArrayList<>();
    working.add(people.submit(() -> run(killer::run)));
    for (int i = 0; i < PEOPLE; i++) {
      var random = new Random(seed + 1 + i);
      working.add(
          people.submit(() -> {
            while (ledger.all() < actions) {
              journey(town, ledger, random, "wort" + number.incrementAndGet() + "x");
            }
            return null;
          }));
    }
    for (Future<?> each : working) {
      each.get();
    }
  }

  private static void journey(Town town, Ledger ledger, Random random, String word)
      throws InterruptedException {
    try {
      switch (random.nextInt(6)) {
        case 0, 1 -> new WorkshopJourney(town, ledger, random, word).run();
        case 2 -> new VisitorJourney(town, ledger, random, word).run();
        default -> new WishJourney(town, ledger, random, word).run();
      }
    } catch (Persistent.Refused noted) {
      // Written down as a surprise; the next journey begins.
    }
  }

  /** Work that may be interrupted. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static Void run(Work work) {
    try {
      work.run();
      return null;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Result result(Town town, Ledger ledger, Killer killer, Mails.Verdict letters)
      throws Exception {
    Map<String, int[]> wrong = new LinkedHashMap<>();
    for (Fact fact : ledger.facts()) {
      int[] lostAndDoubled = wrong.computeIfAbsent(fact.kind(), _ -> new int[2]);
      long api = fact.byApi().times(town);
      long count = fact.byCount().times(town);
      if (api != 1 || count != 1) {
        ledger.surprise(
            "%s „%s“: %d by API, %d by count".formatted(fact.kind(), fact.name(), api, count));
        lostAndDoubled[api == 0 || count == 0 ? 0 : 1]++;
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    int lost = 0;
    int doubled = 0;
    for (Map.Entry<String, Ledger.Sum> sum : ledger.sums().entrySet()) {
      int[] found = wrong.getOrDefault(sum.getKey(), new int[2]);
      lost += found[0];
      doubled += found[1];
      rows.add(
          row(
              sum.getKey(),
              sum.getValue().acknowledged().get(),
              sum.getValue().again().get(),
              found[0],
              found[1]));
    }
    int again = ledger.sums().values().stream().mapToInt(sum -> sum.again().get()).sum();
    rows.add(row("ALL ACTIONS", ledger.all(), again, lost, doubled));
    long threads = ledger.facts().stream().filter(f -> f.kind().equals("(threads)")).count();
    int broken = wrong.getOrDefault("(threads)", new int[2])[0];
    rows.add(row("threads whole", threads, "", broken, ""));
    int boards = killer.kills().stream().mapToInt(Killer.Kill::boards).sum();
    int incomplete = killer.kills().stream().mapToInt(Killer.Kill::incomplete).sum();
    rows.add(row("boards whole on the first answer", boards, "", incomplete, ""));
    rows.add(
        row(
            "mails expected",
            letters.expected(),
            letters.sentAgain(),
            letters.missing(),
            letters.doubled()));
    return Result.of(rows)
        .with("kills", killer.kills().stream().map(Survive::told).toList())
        .with("mails arrived, by Message-ID", letters.arrived())
        .goal("no action lost", lost == 0)
        .goal("no action doubled", doubled == 0)
        .goal("threads whole", broken == 0)
        .goal("boards whole", incomplete == 0)
        .goal("no mail missing", letters.missing() == 0)
        .goal("no mail under two Message-IDs", letters.doubled() == 0);
  }

  private static Map<String, Object> row(
      String kind, long acknowledged, Object again, Object lost, Object doubled) {
    return Result.row(
        "kind",
        kind,
        "acknowledged",
        acknowledged,
        "sent again",
        again,
        "lost",
        lost,
        "doubled",
        doubled);
  }

  private static String told(Killer.Kill kill) {
    return "%s at action %d, ready after %.1f s"
        .formatted(kill.target(), kill.atAction(), kill.untilReady().toMillis() / 1000.0);
  }
}
