package org.allmende.base.mail;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what was written to whom, where nothing leaves the installation: in the demo. */
@Component
public class MailBox {
  private static final int LATEST = 200;

  private final JdbcClient jdbc;

  MailBox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The mails to an address, the newest first. */
  @Transactional(readOnly = true)
  public List<Letter> to(String address) {
    return letters(
        jdbc.sql(
                """
                select message_id, recipient, subject, text, queued_at from base_mail
                where lower(recipient) = lower(:to) order by queued_at desc, id\
                """)
            .param("to", address));
  }

  /** The latest mails to anybody, the newest first. */
  @Transactional(readOnly = true)
  public List<Letter> latest() {
    return letters(
        jdbc.sql(
                """
                select message_id, recipient, subject, text, queued_at from base_mail
                where recipient <> '' order by queued_at desc, id limit :latest\
                """)
            .param("latest", LATEST));
  }

  private static List<Letter> letters(JdbcClient.StatementSpec query) {
    return query
        .query((row, _) ->
            new Letter(
                row.getString("message_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text"),
                row.getTimestamp("queued_at").toInstant()))
        .list();
  }

  /** A mail as its reader sees it. */
  public record Letter(String messageId, String to, String subject, String text, Instant at) {}
}
