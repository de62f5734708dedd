package org.allmende.e2e;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL that {@code ALLMENDE_TEST_DATABASE_URL} gives, in which each program gets an empty
 * database; without it each has its embedded one.
 */
final class OtherPostgres {

  private static final String PREFIX = "e2e_";
  private static final String OWN = PREFIX + ProcessHandle.current().pid() + "_";
  private static final AtomicInteger MADE = new AtomicInteger();

  private OtherPostgres() {}

  /** What a program is told so that it uses a database of its own there. */
  static Map<String, String> settings() {
    String given = System.getenv().getOrDefault("ALLMENDE_TEST_DATABASE_URL", "");
    return given.isBlank() ? Map.of() : Map.of("ALLMENDE_DATABASE_URL", made(URI.create(given)));
  }

  private static String made(URI server) {
    String name = OWN + MADE.incrementAndGet();
    String[] login = server.getUserInfo().split(":", 2);
    String jdbc = "jdbc:postgresql://" + server.getHost() + ":" + server.getPort();
    try (Connection connection =
            DriverManager.getConnection(jdbc + server.getPath(), login[0], login[1]);
        Statement statement = connection.createStatement()) {
      for (String leftover : leftovers(statement)) {
        statement.execute("drop database if exists " + leftover);
      }
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server.resolve("/" + name).toString();
  }

  /** Those of earlier runs, to which nobody is connected. */
  private static List<String> leftovers(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            """
            select datname from pg_database d
            where not exists (select from pg_stat_activity a where a.datname = d.datname)
            """)) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names.stream().filter(name -> name.startsWith(PREFIX) && !name.startsWith(OWN)).toList();
  }
}
