package org.allmende.base.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.allmende.base.blob.Blobs;
import org.allmende.base.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Deletes every night stored files that no row names any more: of uploads that were broken off, of
 * tenants that were removed.
 */
@Configuration(proxyBeanMethods = false)
class UnnamedFiles {
  /** Longer than any upload waits for the row that names it. */
  private static final Duration SAFE_AGE = Duration.ofDays(7);

  /** Any number, as long as nobody else locks by it. */
  private static final long LOCK = 0x414c4c4d45L;

  @Bean
  static RecurringJob forgetUnnamedFiles(DataSource database, Blobs blobs, Clock clock) {
    return RecurringJob.daily(
        LocalTime.of(3, 40),
        "base.forgetUnnamedFiles",
        () -> {
          var _ = forget(database, blobs, clock.instant().minus(SAFE_AGE));
        });
  }

  /** Lets no file go while an archive is written, for as long as the connection is open. */
  static void holdOff(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock_shared(" + LOCK + ")");
    }
  }

  /** The names of the files that were deleted; none while an archive is written. */
  static List<String> forget(DataSource database, Blobs blobs, Instant before) throws SQLException {
    // First the files, then the names: a file stored meanwhile is not among them.
    List<String> old = blobs.lastStoredBefore(before);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!isFree(connection)) {
          return List.of();
        }
        holdHoweverLong(connection);
        Set<String> named = new HashSet<>(StoredFiles.named(connection, _ -> "true"));
        List<String> unnamed = old.stream().filter(name -> !named.contains(name)).toList();
        unnamed.forEach(name -> blobs.forget(name, before));
        return unnamed;
      } finally {
        connection.rollback();
      }
    }
  }

  /** The database says nothing while files are deleted, and yet must keep the lock. */
  private static void holdHoweverLong(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local idle_in_transaction_session_timeout = 0");
    }
  }

  private static boolean isFree(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
