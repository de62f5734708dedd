package org.allmende.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How good the groups are that the program forms within a second, beside the best a long search of
 * the same people finds. People join and groups are formed by the HTTP API.
 */
final class Groups implements Benchmark {

  private static final int[][] SIZES = {{14, 3}, {23, 4}, {60, 10}, {220, 30}};

  /** Department, rank, prior knowledge, municipality: how many values, and how much each counts. */
  private static final int[] KINDS = {8, 3, 4, 3};

  private static final int[] WEIGHTS = {2, 1, 1, 1};

  private static final List<String> RANKS = List.of("staff", "team", "office");
  private static final List<String> KNOWLEDGE = List.of("none", "little", "some", "much");
  private static final List<String> TOWNS = List.of("moers", "kleve", "geldern");
  private static final String FACILITATOR = "demo-facilitator-moers";
  private static final double WORSE_AT_MOST = 1.02;
  private static final int REPEATS = 3;

  private record Formed(Gathering people, double cost, long slowest) {}

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public String about() {
    return "groups formed within a second against a search of a minute [--seconds 60] [--seed 1]";
  }

  @Override
  public Result run(Options options) throws Exception {
    long seed = options.number("seed", 1);
    var time = Duration.ofSeconds(options.number("seconds", 60));
    List<Formed> formed = new ArrayList<>();
    try (Program program = DemoContent.started("groups")) {
      for (int[] size : SIZES) {
        formed.add(formed(program, Gathering.of(size[0], size[1], KINDS, WEIGHTS, seed + size[0])));
      }
    }
    List<Future<Double>> searches = new ArrayList<>();
    try (var searchers = Executors.newFixedThreadPool(2)) {
      for (Formed each : formed) {
        searches.add(searchers.submit(() -> LongSearch.best(each.people(), time, seed)));
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    Result result = Result.of(rows);
    for (int i = 0; i < SIZES.length; i++) {
      result = compare(formed.get(i), searches.get(i).get(), rows, result);
    }
    return result
        .with("seed", seed)
        .with("seconds of the long search", time.toSeconds())
        .with("long searches at the same time", 2)
        .with("values of department, rank, knowledge, municipality", KINDS)
        .with("their weights", WEIGHTS)
        .with("ms", "the slowest of " + REPEATS + " calls by HTTP, the first one cold");
  }

  private static Result compare(
      Formed formed, double best, List<Map<String, Object>> rows, Result result) {
    Gathering people = formed.people();
    double ratio = formed.cost() / best;
    String what = people.people() + " people in " + people.groups() + " groups";
    rows.add(
        Result.row(
            "people/groups",
            people.people() + "/" + people.groups(),
            "Allmende",
            rounded(formed.cost()),
            "long search",
            rounded(best),
            "ratio",
            rounded(ratio),
            "ms",
            formed.slowest(),
            "by chance",
            rounded(chance(people)),
            "lower bound",
            rounded(people.lowerBound())));
    return result
        .goal(what + ": at most " + WORSE_AT_MOST + " of the long search", ratio <= WORSE_AT_MOST)
        .goal(what + ": within a second", formed.slowest() <= 1000);
  }

  private static double chance(Gathering people) {
    var random = new SplittableRandom(7);
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += people.cost(people.dealt(random));
    }
    return sum / 1000;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static Formed formed(Program program, Gathering people)
      throws IOException, InterruptedException {
    var lead = new Api(program.home(), "moers", FACILITATOR);
    Api.Answer planned =
        made(
            lead.send(
                "POST",
                "workshops",
                Map.of(
                    "title",
                    "Gruppen zu " + people.groups(),
                    "template",
                    "empty",
                    "startsAt",
                    "2099-12-03T13:00:00Z",
                    "endsAt",
                    "2099-12-03T17:00:00Z",
                    "capacity",
                    people.people()),
                null));
    String workshop = "workshops/" + planned.text("id");
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < people.people(); i++) {
      index.put(joined(lead, workshop, planned.text("joinCode"), people.values()[i], i), i);
    }
    long slowest = 0;
    double cost = 0;
    for (int i = 0; i < REPEATS; i++) {
      long begin = System.nanoTime();
      JsonObject round =
          made(lead.send("POST", workshop + "/groups", plan(people.groups()), null)).json();
      slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
      cost = Math.max(cost, people.cost(seats(round, index)));
    }
    return new Formed(people, cost, slowest);
  }

  private static Map<String, Object> plan(int groups) {
    return Map.of(
        "groups", groups,
        "blend-department", "mix",
        "blend-rank", "mix",
        "blend-knowledge", "mix",
        "blend-municipality", "mix");
  }

  private static String joined(Api lead, String workshop, String code, int[] values, int number)
      throws IOException, InterruptedException {
    Api.Answer joined =
        made(
            new Api(lead.home(), lead.tenant(), null)
                .send(
                    "POST",
                    workshop + "/join",
                    Map.of(
                        "code",
                        code,
                        "name",
                        "Gast " + number,
                        "department",
                        "Fachbereich " + values[0],
                        "rank",
                        RANKS.get(values[1]),
                        "knowledge",
                        KNOWLEDGE.get(values[2]),
                        "tenant",
                        TOWNS.get(values[3])),
                    null));
    return joined.json().getAsJsonObject("participant").get("id").getAsString();
  }

  private static int[] seats(JsonObject round, Map<String, Integer> index) {
    int[] group = new int[index.size()];
    int number = 0;
    for (JsonElement each : round.getAsJsonArray("groups")) {
      for (JsonElement member : each.getAsJsonObject().getAsJsonArray("participants")) {
        group[index.getOrDefault(member.getAsString(), -1)] = number;
      }
      number++;
    }
    return group;
  }

  private static Api.Answer made(Api.Answer answer) throws IOException {
    if (answer.status() != 201) {
      throw new IOException("Answered " + answer.status() + ": " + answer.text());
    }
    return answer;
  }
}
