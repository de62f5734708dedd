package org.allmende.bench.board;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.allmende.bench.Api;
import org.allmende.bench.Program;
import org.allmende.bench.Shield;

/** Our server with its own PostgreSQL; each board is that of a new workshop. */
record Allmende(Program program) implements Side {

  private static final String TENANT = "moers";

  /** The program, which runs, behind the shield. */
  static Allmende shielded(Program program, Shield shield)
      throws IOException, InterruptedException {
    var shielded = new Allmende(program);
    shield.over(program.java());
    shield.over(shielded.postmaster());
    for (ProcessHandle connection : shielded.postmaster().children().toList()) {
      shield.over(connection);
    }
    return shielded;
  }

  @Override
  public String name() {
    return Comparison.OURS;
  }

  @Override
  public String adapter() {
    return "adapter-allmende.mjs";
  }

  @Override
  public int port() {
    return program.home().getPort();
  }

  @Override
  public long pid() {
    return program.java().pid();
  }

  private ProcessHandle postmaster() throws IOException {
    return program.postgres().orElseThrow();
  }

  @Override
  public Map<String, String> board(int people) throws Exception {
    var leader = new Api(program.home(), TENANT, "demo-facilitator-" + TENANT);
    Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.DAYS);
    JsonObject workshop =
        done(
            leader.send(
                "POST",
                "workshops",
                Map.of(
                    "title",
                    "Werkstatt für " + people,
                    "startsAt",
                    tomorrow.toString(),
                    "endsAt",
                    tomorrow.plus(4, ChronoUnit.HOURS).toString(),
                    "template",
                    "odfa-240",
                    "capacity",
                    1000),
                null));
    String id = workshop.get("id").getAsString();
    openCollecting(leader, id);
    return Map.of(
        "BOARD_TENANT",
        TENANT,
        "BOARD_WORKSHOP",
        id,
        "BOARD_CODE",
        workshop.get("joinCode").getAsString(),
        "BOARD_ID",
        boardOf(id),
        "BOARD_PEOPLE",
        String.valueOf(people),
        "BOARD_POSTMASTER",
        String.valueOf(postmaster().pid()));
  }

  private static void openCollecting(Api leader, String workshop)
      throws IOException, InterruptedException {
    String phase =
        done(leader.get("workshops/" + workshop)).getAsJsonArray("phases").asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> each.get("kind").getAsString().equals("collect"))
            .map(each -> each.get("id").getAsString())
            .findFirst()
            .orElseThrow();
    done(leader.send("POST", "workshops/" + workshop + "/phase", Map.of("to", phase), null));
  }

  private static JsonObject done(Api.Answer answer) throws IOException {
    if (answer.status() >= 300) {
      throw new IOException(answer.status() + " " + answer.text());
    }
    return answer.json();
  }

  /** Pages hold the id of a board, the JSON API does not need it. */
  private String boardOf(String workshop) throws IOException, SQLException {
    try (Connection database = program.database();
        PreparedStatement board =
            database.prepareStatement("select id from board_board where owner = ?")) {
      board.setString(1, "workshop:" + workshop);
      try (ResultSet found = board.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    }
  }
}
