package org.allmende.base.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A mail taken out of the queue to be sent now. */
record DueMail(
    String id,
    String messageId,
    String to,
    String subject,
    String text,
    @Nullable String html,
    String locale,
    @Nullable String unsubscribeUrl,
    Instant queuedAt,
    int attempts) {

  static DueMail read(ResultSet row, int number) throws SQLException {
    return new DueMail(
        row.getString("id"),
        row.getString("message_id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("text"),
        row.getString("html"),
        row.getString("locale"),
        row.getString("unsubscribe_url"),
        row.getTimestamp("queued_at").toInstant(),
        row.getInt("attempts"));
  }

  MimeMessage message(Session session, String from) throws MessagingException {
    var message = new KnownMessage(session, messageId);
    var helper = new MimeMessageHelper(message, html != null, "UTF-8");
    helper.setFrom(from);
    helper.setTo(to);
    helper.setSubject(subject);
    helper.setSentDate(Date.from(queuedAt));
    if (html == null) {
      helper.setText(text);
    } else {
      helper.setText(text, html);
    }
    message.setHeader("Content-Language", locale);
    // Keeps absence notes from being answered with more mail.
    message.setHeader("Auto-Submitted", "auto-generated");
    if (unsubscribeUrl != null) {
      message.setHeader("List-Unsubscribe", "<" + unsubscribeUrl + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return message;
  }

  /** Keeps its Message-ID, so that a mail sent twice after a crash is seen as one. */
  private static final class KnownMessage extends MimeMessage {
    private final String messageId;

    KnownMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }

  @Override
  public String toString() {
    return "DueMail[" + id + "]";
  }
}
