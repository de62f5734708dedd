package org.allmende.bench.board;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.bench.Result;

/** How soon readers on the sender's node and on the other one heard, in each round. */
final class Crossed {

  private final List<JsonObject> rounds = new ArrayList<>();

  void add(JsonObject round) {
    rounds.add(round);
  }

  /** Milliseconds between the medians there and here, the median of the rounds. */
  double added() {
    double[] sorted =
        rounds.stream()
            .mapToDouble(round -> of(round, "there", "p50") - of(round, "here", "p50"))
            .sorted()
            .toArray();
    return Math.round(sorted[sorted.length / 2] * 100) / 100.0;
  }

  Result result() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonObject round : rounds) {
      rows.add(
          Result.row(
              "round",
              rows.size() + 1,
              "sender's node: p50 ms",
              of(round, "here", "p50"),
              "p99 ms",
              of(round, "here", "p99"),
              "other node: p50 ms",
              of(round, "there", "p50"),
              "other node: p99 ms",
              of(round, "there", "p99")));
    }
    return Result.of(rows).goal("both readers heard of every change", isWhole());
  }

  private boolean isWhole() {
    return rounds.stream()
        .allMatch(round ->
            of(round, "here", "ops") == round.get("sent").getAsInt()
                && of(round, "there", "ops") == round.get("sent").getAsInt());
  }

  private static double of(JsonObject round, String side, String figure) {
    return round.getAsJsonObject(side).get(figure).getAsDouble();
  }
}
