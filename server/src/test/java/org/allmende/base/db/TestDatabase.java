package org.allmende.base.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A fresh database for this run of the tests. It lies in a PostgreSQL that is started once per run
 * and keeps its data folder from run to run, because making one takes seconds; or in the one that
 * {@code ALLMENDE_TEST_DATABASE_URL} gives, whose user may make databases.
 */
public final class TestDatabase {
  private static final Path FOLDER = Path.of("target", "test-data");
  private static final String PREFIX = "test_";
  private static final TestDatabase ONLY = new TestDatabase();

  private final DatabaseAddress server;
  private final DatabaseAddress address;

  private TestDatabase() {
    this.server = server();
    String name = PREFIX + ProcessHandle.current().pid();
    dropLeftovers();
    this.address = make(name);
  }

  private static DatabaseAddress server() {
    String given = System.getenv().getOrDefault("ALLMENDE_TEST_DATABASE_URL", "");
    if (!given.isBlank()) {
      return DatabaseAddress.parse(given);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER.resolve("postgres"));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    return postgres.address("postgres");
  }

  /** Everything this run keeps besides the database lies here. */
  public static Path folder() {
    return FOLDER.resolve("run-" + ProcessHandle.current().pid());
  }

  /** Its address as an operator would give it. */
  public static String url() {
    return ONLY.address.toUrl();
  }

  /** The address of another database beside it that holds nothing yet. */
  public static String emptyOne(String name) {
    return ONLY.make(PREFIX + ProcessHandle.current().pid() + "_" + name).toUrl();
  }

  private DatabaseAddress make(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = server.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    return new DatabaseAddress(url, server.user(), server.password());
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  /** The databases of earlier runs; those of runs beside this one are in use and stay. */
  private void dropLeftovers() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String name : names(statement)) {
        long pid = Long.parseLong(name.substring(PREFIX.length()).replaceFirst("_.*", ""));
        boolean running = ProcessHandle.of(pid).isPresent();
        if (!running || pid == ProcessHandle.current().pid()) {
          statement.execute("drop database " + name + " with (force)");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select datname from pg_database where datname ~ '^test_[0-9]+(_[a-z]+)?$'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** Points a Spring context to this database. */
  public static final class Given
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "allmende.database-url=" + url(),
              "allmende.data=" + folder().toAbsolutePath(),
              "allmende.live.heartbeat=5s")
          .applyTo(context);
    }
  }
}
