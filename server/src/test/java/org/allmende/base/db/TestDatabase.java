package org.allmende.base.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A fresh database for this run of the tests, in a PostgreSQL that is started once per run and
 * keeps its data folder from run to run, because making one takes seconds.
 */
public final class TestDatabase {
  private static final Path FOLDER = Path.of("target", "test-data");
  private static final String PREFIX = "test_";

  private static final TestDatabase ONLY = new TestDatabase();

  private final DatabaseAddress address;

  private TestDatabase() {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER.resolve("postgres"));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    String name = PREFIX + ProcessHandle.current().pid();
    dropLeftovers(postgres);
    postgres.createDatabaseIfMissing(name);
    this.address = postgres.address(name);
  }

  /** Everything this run keeps besides the database lies here. */
  public static Path folder() {
    return FOLDER.resolve("run-" + ProcessHandle.current().pid());
  }

  /** Its address as an operator would give it. */
  public static String url() {
    DatabaseAddress given = ONLY.address;
    return given
        .jdbcUrl()
        .replace(
            "jdbc:postgresql://", "postgresql://" + given.user() + ":" + given.password() + "@");
  }

  /** The databases of earlier runs; those of runs beside this one are in use and stay. */
  private static void dropLeftovers(EmbeddedPostgres postgres) {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String name : names(statement)) {
        long pid = Long.parseLong(name.substring(PREFIX.length()));
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
        statement.executeQuery("select datname from pg_database where datname ~ '^test_[0-9]+$'")) {
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
              "allmende.database-url=" + url(), "allmende.data=" + folder().toAbsolutePath())
          .applyTo(context);
    }
  }
}
