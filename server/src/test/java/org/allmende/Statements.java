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

  /** The statements sent for it by this thread and by those that answer requests, no others. */
  public static List<String> during(Runnable request) {
    var jdbc = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var sent = new Sent();
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
        .filter(event -> answersRequests(event.getThreadName()))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.startsWith(SENT))
        .toList();
  }

  /** Keeps what was sent and by which thread: unasked, an event takes its reader's for its own. */
  private static final class Sent extends ListAppender<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      super.append(event);
    }
  }

  private static boolean answersRequests(String thread) {
    return thread.startsWith("jetty-") || thread.equals(Thread.currentThread().getName());
  }
}
