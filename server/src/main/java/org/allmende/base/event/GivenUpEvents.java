package org.allmende.base.event;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.base.job.Jobs;
import org.allmende.base.privacy.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What no handler could do in two days, for the operator to look at and to start again. */
@Component
public class GivenUpEvents {
  private static final Logger log = LoggerFactory.getLogger(GivenUpEvents.class);

  private final JdbcClient jdbc;
  private final Jobs jobs;

  GivenUpEvents(JdbcClient jdbc, Jobs jobs) {
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<GivenUp> latest(int atMost) {
    return jdbc.sql(
            """
            select handler, event_id, occurrence, failures, error, at
            from base_event_given_up order by at desc, handler, event_id limit ?\
            """)
        .param(atMost)
        .query((row, _) ->
            new GivenUp(
                row.getString("handler"),
                row.getString("event_id"),
                Occurrence.read(row.getString("occurrence")).type(),
                row.getInt("failures"),
                row.getString("error"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /** Gives the handler the event once more; false when it is no longer listed. */
  @Transactional
  public boolean tryAgain(String handler, String eventId) {
    Optional<String> occurrence =
        jdbc.sql(
                """
                delete from base_event_given_up where handler = ? and event_id = ?
                returning occurrence\
                """)
            .params(handler, eventId)
            .query(String.class)
            .optional();
    occurrence.ifPresent(content -> jobs.add(handler, eventId, content));
    return occurrence.isPresent();
  }

  void record(
      String handler, String eventId, String occurrence, int failures, Optional<Throwable> cause) {
    log.error("Given up after {} failures: {} of event {}", failures, handler, eventId);
    String error = cause.map(Wordless::line).orElse("The node that ran it disappeared.");
    jdbc.sql(
            """
            insert into base_event_given_up (handler, event_id, occurrence, failures, error, at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
        .params(handler, eventId, occurrence, failures, error, Timestamp.from(Instant.now()))
        .update();
  }

  /** One handler that could not deal with one event. */
  public record GivenUp(
      String handler, String eventId, String eventType, int failures, String error, Instant at) {}
}
