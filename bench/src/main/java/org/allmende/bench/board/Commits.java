package org.allmende.bench.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.allmende.bench.Program;
import org.allmende.bench.Quantiles;
import org.allmende.bench.Result;
import org.allmende.bench.Shield;

/** What one commit costs on this machine: a row of a note's length written into our database. */
final class Commits {

  private static final int WARM_UP = 100;
  private static final int EACH_TIME = 300;
  private static final String TEXT = "Straßenbäume mit Standort und Baumart ".repeat(2);

  private final Program program;
  private final Shield shield;
  private final List<Long> nanos = new ArrayList<>();

  Commits(Program program, Shield shield) {
    this.program = program;
    this.shield = shield;
  }

  /** Times some hundred of them. */
  void take() throws Exception {
    shield.over(ProcessHandle.current());
    try (Connection database = program.database()) {
      database
          .createStatement()
          .execute("create table if not exists bench_commit (id bigserial primary key, text text)");
      try (PreparedStatement row =
          database.prepareStatement("insert into bench_commit (text) values (?)")) {
        row.setString(1, TEXT);
        for (int i = 0; i < WARM_UP + EACH_TIME; i++) {
          long begin = System.nanoTime();
          row.executeUpdate();
          if (i >= WARM_UP) {
            nanos.add(System.nanoTime() - begin);
          }
        }
      }
    } finally {
      shield.off(ProcessHandle.current());
    }
  }

  Quantiles times() {
    return Quantiles.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray());
  }

  /** How durable a commit is there. */
  Object settings() throws Exception {
    return Result.row(
        "server_version",
        shown("server_version"),
        "fsync",
        shown("fsync"),
        "synchronous_commit",
        shown("synchronous_commit"));
  }

  private String shown(String setting) throws Exception {
    try (Connection database = program.database();
        ResultSet shown = database.createStatement().executeQuery("show " + setting)) {
      shown.next();
      return shown.getString(1);
    }
  }
}
