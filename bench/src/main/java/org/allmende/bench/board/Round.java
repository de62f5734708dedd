package org.allmende.bench.board;

import com.google.gson.JsonObject;

/**
 * What came out of one round.
 *
 * @param figures as the generator and the adapter name them
 */
record Round(String side, int people, JsonObject figures) {

  double figure(String name) {
    return figures.has(name) && !figures.get(name).isJsonNull()
        ? figures.get(name).getAsDouble()
        : Double.NaN;
  }

  /** Seconds of work for a thousand changes, that of a database beside the server included. */
  double cpu() {
    double database = figures.has("storeCpu") ? figure("storeCpu") / figure("ops") * 1000 : 0;
    return figure("cpuPer1000ops") + database;
  }

  /** Everybody was told of every change, and whoever came late saw every note. */
  boolean isComplete(int notes) {
    return figure("deliveries") == figure("expected") && figure("lateNotes") == notes;
  }

  /** Every change was acknowledged; a bare relay never does that. */
  boolean isAcknowledged() {
    return !figures.has("acks") || figure("acks") == figure("ops");
  }
}
