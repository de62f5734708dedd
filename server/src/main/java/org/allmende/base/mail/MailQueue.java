package org.allmende.base.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.allmende.base.job.Jobs;
import org.allmende.base.web.PublicAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in the transaction of what they tell of; they are sent after it. */
@Component
public class MailQueue {
  private final JdbcClient jdbc;
  private final Jobs jobs;
  private final Clock clock;
  private final PublicAddress address;

  MailQueue(JdbcClient jdbc, Jobs jobs, Clock clock, PublicAddress address) {
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.clock = clock;
    this.address = address;
  }

  /** Queues the mail; false when its key was queued before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean queue(Mail mail) {
    String id = idOf(mail.key());
    boolean fresh =
        jdbc.sql(
                    """
                    insert into base_mail (id, message_id, recipient, subject, text, html, locale,
                      unsubscribe_url, queued_at, next_attempt)
                    values (:id, :messageId, :to, :subject, :text, :html, :locale,
                      :unsubscribe, :at, now())
                    on conflict do nothing\
                    """)
                .param("id", id)
                .param("messageId", "<" + id + "@" + MailHost.of(address) + ">")
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("locale", mail.locale().toLanguageTag())
                .param("unsubscribe", mail.unsubscribeUrl())
                .param("at", Timestamp.from(clock.instant()))
                .update()
            == 1;
    if (fresh) {
      jobs.soon(MailSending.JOB);
    }
    return fresh;
  }

  /** What is queued for an address or was sent there, oldest first, in one line each. */
  public List<String> sentTo(String address) {
    return jdbc.sql(
            "select queued_at || ': ' || subject from base_mail where recipient = ? order by queued_at, id")
        .param(address)
        .query(String.class)
        .list();
  }

  /** Nothing more is sent to the address, and nothing shows what was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String address) {
    jdbc.sql(
            """
            update base_mail set recipient = '', subject = '', text = '', html = null,
              unsubscribe_url = null, next_attempt = null
            where recipient = ?
            """)
        .param(address)
        .update();
  }

  /** A hash, because a key may name a person and a Message-ID travels. */
  static String idOf(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
