package org.allmende.base.mail;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue as the sending job sees it. */
@Component
class MailStore {
  /** After a crash the mails it had taken are due again then. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final JdbcClient jdbc;

  MailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes due mails for itself for a while, so that no transaction is open while they are sent. */
  List<DueMail> take(int atMost) {
    return jdbc.sql(
            """
            update base_mail set attempts = attempts + 1, next_attempt = now() + :lease * interval '1 second'
            where id in (
              select id from base_mail where sent_at is null and next_attempt <= now()
              order by next_attempt limit :atMost for update skip locked)
            returning *\
            """)
        .param("lease", LEASE.toSeconds())
        .param("atMost", atMost)
        .query(DueMail::read)
        .list();
  }

  void sent(DueMail mail) {
    jdbc.sql(
            """
            update base_mail set sent_at = now(), next_attempt = null, last_error = null
            where id = ?\
            """)
        .param(mail.id())
        .update();
  }

  /** The demo's mails are where they belong as soon as they are queued. */
  void allSent() {
    jdbc.sql("update base_mail set sent_at = now(), next_attempt = null where sent_at is null")
        .update();
  }

  /** Not tried again when there is no pause; the mail stays for the operator to see. */
  void failed(DueMail mail, String error, @Nullable Duration pause) {
    jdbc.sql(
            """
            update base_mail set last_error = :error,
              next_attempt = now() + :pause * interval '1 second' where id = :id\
            """)
        .param("error", error)
        .param("pause", pause == null ? null : pause.toSeconds(), java.sql.Types.BIGINT)
        .param("id", mail.id())
        .update();
  }

  /** Not the mail's fault, so it does not count as an attempt. */
  void serverAway(DueMail mail) {
    jdbc.sql(
            """
            update base_mail set last_error = 'server not reachable', attempts = attempts - 1,
              next_attempt = now() + interval '1 minute' where id = ?\
            """)
        .param(mail.id())
        .update();
  }
}
