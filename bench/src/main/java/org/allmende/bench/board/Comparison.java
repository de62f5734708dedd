package org.allmende.bench.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.bench.Quantiles;
import org.allmende.bench.Result;

/**
 * Our figures beside those of the others, and the goals that follow from theirs.
 *
 * @param crowds how many people there were; the last crowd is the one that costs and arrivals are
 *     judged by
 * @param commits what one commit costs
 */
record Comparison(Rounds rounds, List<Integer> crowds, Quantiles commits) {

  static final String OURS = "Allmende";
  static final String SHIPS = "hocuspocus as it ships";
  static final String STORES_FIRST = "hocuspocus write-through";
  static final String RELAY = "Jetty relay";

  /** As many as the generator writes before. */
  static final int NOTES = 2000;

  Result result() {
    Result result = Result.of(rows());
    for (int people : crowds) {
      result = soon(result, people);
    }
    return whole(cheap(result, crowds.getLast()))
        .with("commit ms", Result.row("p50", commits.p(0.5), "p99", commits.p(0.99)));
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int people : crowds) {
      for (String side : List.of(OURS, SHIPS, STORES_FIRST, RELAY)) {
        rows.add(row(side, people));
      }
    }
    return rows;
  }

  private Map<String, Object> row(String side, int people) {
    Map<String, Object> row = new LinkedHashMap<>(Result.row("people", people, "server", side));
    row.put("p50 ms", rounds.median(side, people, "p50"));
    row.put("p95 ms", rounds.median(side, people, "p95"));
    row.put("p99 ms", rounds.median(side, people, "p99"));
    row.put("CPU s per 1,000", cpu(side, people));
    row.put("late: ms", rounds.median(side, people, "lateMs"));
    row.put("late: bytes", (long) rounds.median(side, people, "lateBytes"));
    row.put("all join: ms", (long) rounds.median(side, people, "joinMsTotal"));
    row.put("RSS MiB", (long) rounds.median(side, people, "rssMiB"));
    if (side.equals(OURS)) {
      row.put("registered before: ms", (long) rounds.median(side, people, "registeredMs"));
    }
    return row;
  }

  private double cpu(String side, int people) {
    return rounds.median(side, people, Round::cpu);
  }

  /** How soon others see a change. */
  private Result soon(Result soFar, int people) {
    Result result = soFar;
    for (double percentile : new double[] {0.5, 0.99}) {
      String name = "p%.0f".formatted(percentile * 100);
      double ours = rounds.median(OURS, people, name);
      double ships = rounds.median(SHIPS, people, name);
      double stores = rounds.median(STORES_FIRST, people, name);
      double withCommit = ships + commits.p(percentile);
      String what = name + " with " + people + " people, ";
      result =
          result
              .goal(
                  what + compared(ours, stores, "at most that of hocuspocus write-through"),
                  ours <= stores)
              .goal(
                  what + compared(ours, withCommit, "at most hocuspocus as it ships and a commit"),
                  ours <= withCommit);
    }
    double ours = rounds.median(OURS, people, "p99");
    double ships = rounds.median(SHIPS, people, "p99");
    return result.with(
        "aim: p99 with " + people + " people at most that of hocuspocus as it ships",
        ours <= ships ? "reached" : "missed by %.2f ms".formatted(ours - ships));
  }

  /** What it costs, and how fast people come in. */
  private Result cheap(Result soFar, int people) {
    return atMost(
        atMost(
            atMost(
                atMost(soFar, "CPU for 1,000 changes", cpu(OURS, people), cpu(SHIPS, people), 1.2),
                "late joiner, ms",
                rounds.median(OURS, people, "lateMs"),
                rounds.median(SHIPS, people, "lateMs"),
                0.5),
            "late joiner, bytes, both compressed",
            rounds.median(OURS, people, "lateBytes"),
            rounds.median(SHIPS, people, "lateBytes"),
            0.8),
        people + " joining at once, ms",
        rounds.median(OURS, people, "joinMsTotal"),
        rounds.median(SHIPS, people, "joinMsTotal"),
        0.5);
  }

  private static Result atMost(
      Result result, String what, double ours, double theirs, double share) {
    String goal = "at most %.1f times hocuspocus".formatted(share);
    return result.goal(what + ", " + compared(ours, theirs * share, goal), ours <= theirs * share);
  }

  private static String compared(double ours, double limit, String goal) {
    return "%s: %.2f, goal %.2f".formatted(goal, ours, limit);
  }

  /** No frame, note or acknowledgement is missing, ours or theirs; otherwise nothing counts. */
  private Result whole(Result soFar) {
    Result result = soFar;
    for (Round round : rounds.all()) {
      String who = round.side() + " with " + round.people() + " people";
      result =
          result
              .goal("everybody told of everything: " + who, round.isComplete(NOTES))
              .goal("every change acknowledged: " + who, round.isAcknowledged());
    }
    return result;
  }
}
