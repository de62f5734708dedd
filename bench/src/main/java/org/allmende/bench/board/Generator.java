package org.allmende.bench.board;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Puts one server under the load of the peers' generator, a process for each round. */
record Generator(Workbench bench, long seconds) {

  private static final Gson JSON = new Gson();

  /** One round on a new board. */
  Round run(Side side, int people) throws Exception {
    Map<String, String> board = side.board(people);
    List<String> command =
        bench.node(
            "board-load.mjs",
            "./" + side.adapter(),
            "ws://127.0.0.1:" + side.port(),
            String.valueOf(side.pid()),
            String.valueOf(people),
            "1",
            String.valueOf(seconds));
    Process process =
        bench.process(command, board).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    JsonObject figures = new JsonObject();
    // The line of the whole run, and then what the adapter counted; both begin with a brace.
    process
        .inputReader()
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JSON.fromJson(line, JsonObject.class))
        .filter(line -> line.has("median") || line.has("adapter"))
        .forEach(
            line -> line.entrySet().forEach(each -> figures.add(each.getKey(), each.getValue())));
    if (process.waitFor() != 0) {
      throw new IOException("The generator failed at " + side.name());
    }
    return new Round(side.name(), people, figures);
  }
}
