package org.allmende;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to what the program asks the database. */
public final class Statements {

  private static final String SENT = "Executing prepared SQL statement";

  private Statements() {}

  /** The statements sent meanwhile, but for those of waiting tasks. */
  public static List<String> during(Runnable request) {
    var jdbc = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var sent = new ListAppender<ILoggingEvent>();
    sent.start();
    jdbc.setLevel(Level.DEBUG);
    jdbc.setAdditive(false);
    jdbc.addAppender(sent);
    try {
      request.run();
    } finally {
      jdbc.detachAppender(sent);
      jdbc.setAdditive(true);
      jdbc.setLevel(null);
    }
    return List.copyOf(sent.list).stream()
        .filter(event -> !event.getThreadName().contains("scheduler"))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.startsWith(SENT))
        .toList();
  }
}
