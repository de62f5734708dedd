package org.allmende.base.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wakes every node, this one included. A signal sent in a transaction leaves when that commits; it
 * may get lost with the connection, so whoever waits for one also looks for itself now and then.
 */
@Component
public class Signals implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final int RETRY_MILLIS = 1_000;

  /** So often somebody who hears nothing makes sure that the line still stands. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private static final int ANSWER_SECONDS = 5;

  /** Seconds; a database that stops answering in the middle must not be waited for in vain. */
  private static final Map<String, String> PATIENCE =
      Map.of("connectTimeout", "5", "socketTimeout", "30", "tcpKeepAlive", "true");

  private final JdbcClient sql;
  private final JdbcConnectionDetails database;
  private final ObjectProvider<SignalHandler> handlers;
  private volatile boolean running;
  private volatile @Nullable Thread listener;

  Signals(JdbcClient sql, JdbcConnectionDetails database, ObjectProvider<SignalHandler> handlers) {
    this.sql = sql;
    this.database = database;
    this.handlers = handlers;
  }

  /** Sends a short text (below 8,000 bytes) to all nodes. */
  public void send(String channel, String text) {
    sql.sql("select pg_notify(?, ?)").param(channel).param(text).query((row, number) -> "").list();
  }

  @Override
  public void start() {
    running = true;
    listener = Thread.ofPlatform().daemon().name("signals").start(this::listen);
  }

  @Override
  public void stop() {
    running = false;
    Thread listening = listener;
    if (listening != null) {
      listening.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listen() {
    Map<String, Consumer<String>> bodies =
        handlers.stream().collect(Collectors.toMap(SignalHandler::channel, SignalHandler::body));
    while (running) {
      try (Connection connection = connect()) {
        try (Statement statement = connection.createStatement()) {
          for (String channel : bodies.keySet()) {
            statement.execute("listen " + channel);
          }
        }
        hear(connection, bodies);
      } catch (SQLException | RuntimeException e) {
        if (running) {
          log.warn("no signals at the moment: {}", e.toString());
          pause();
        }
      }
    }
  }

  private Connection connect() throws SQLException {
    String url = database.getJdbcUrl();
    String user = database.getUsername();
    var how = new Properties();
    PATIENCE.forEach(how::setProperty);
    if (user != null && !user.isEmpty()) {
      how.setProperty("user", user);
      how.setProperty("password", Objects.requireNonNullElse(database.getPassword(), ""));
    }
    return DriverManager.getConnection(url, how);
  }

  private void hear(Connection line, Map<String, Consumer<String>> bodies) throws SQLException {
    PGConnection connection = line.unwrap(PGConnection.class);
    Instant heard = Instant.now();
    while (running) {
      PGNotification[] signals = connection.getNotifications(WAIT_MILLIS);
      for (PGNotification signal : signals) {
        Consumer<String> body = bodies.get(signal.getName());
        if (body != null) {
          Thread.startVirtualThread(() -> body.accept(signal.getParameter()));
        }
      }
      if (signals.length > 0) {
        heard = Instant.now();
      } else if (heard.isBefore(Instant.now().minus(SILENCE))) {
        // A line cut by a firewall or a dead computer looks like one on which nothing is said.
        if (!line.isValid(ANSWER_SECONDS)) {
          throw new SQLException("the line to the database is dead");
        }
        heard = Instant.now();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      // the loop sees whether it was the end
    }
  }
}
