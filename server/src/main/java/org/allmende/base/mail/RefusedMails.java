package org.allmende.base.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.allmende.base.job.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails the server did not take, for the operator to look at and to send again. */
@Component
public class RefusedMails {
  private final JdbcClient jdbc;
  private final Jobs jobs;

  RefusedMails(JdbcClient jdbc, Jobs jobs) {
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  /** The newest first; not those whose address is forgotten. */
  @Transactional(readOnly = true)
  public List<Refused> latest(int atMost) {
    return jdbc.sql(
            """
            select id, substring(recipient from '[^@]*$') as domain, attempts, last_error, queued_at,
              next_attempt
            from base_mail where sent_at is null and last_error like 'refused%' and recipient <> ''
            order by queued_at desc, id limit ?\
            """)
        .param(atMost)
        .query(RefusedMails::read)
        .list();
  }

  private static Refused read(ResultSet row, int number) throws SQLException {
    Timestamp next = row.getTimestamp("next_attempt");
    return new Refused(
        row.getString("id"),
        row.getString("domain"),
        row.getInt("attempts"),
        row.getString("last_error"),
        row.getTimestamp("queued_at").toInstant(),
        next == null ? null : next.toInstant());
  }

  /** What has not gone out yet and will be tried. */
  @Transactional(readOnly = true)
  public Waiting waiting() {
    return jdbc.sql(
            """
            select count(*) as number, min(queued_at) as oldest
            from base_mail where sent_at is null and next_attempt is not null\
            """)
        .query((row, _) -> {
          Timestamp oldest = row.getTimestamp("oldest");
          return new Waiting(row.getInt("number"), oldest == null ? null : oldest.toInstant());
        })
        .single();
  }

  /** Sends it as if it were new; false when it has gone out meanwhile or is just being sent. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean tryAgain(String id) {
    boolean found =
        jdbc.sql(
                    """
                    update base_mail set attempts = 0, next_attempt = now()
                    where id = :id and sent_at is null and last_error like 'refused%'
                      and recipient <> ''
                      and (next_attempt is null or next_attempt > now() + :lease * interval '1 second')\
                    """)
                .param("id", id)
                .param("lease", MailStore.LEASE.toSeconds())
                .update()
            == 1;
    jobs.soon(MailSending.JOB);
    return found;
  }

  /**
   * One mail that was not taken.
   *
   * @param domain where it should go; not to whom
   * @param error of which kind, without the words of the server, which often name the address
   * @param next when it is tried again by itself; null when it is given up
   */
  public record Refused(
      String id,
      String domain,
      int attempts,
      String error,
      Instant queuedAt,
      @Nullable Instant next) {}

  /** How many mails wait, and since when; null when none does. */
  public record Waiting(int number, @Nullable Instant oldest) {}
}
