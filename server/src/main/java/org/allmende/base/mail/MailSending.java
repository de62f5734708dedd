package org.allmende.base.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands what is due to the mail server, over one connection per batch. */
final class MailSending {
  static final String JOB = "mail.send";

  private static final Logger log = LoggerFactory.getLogger(MailSending.class);
  private static final int BATCH = 20;

  /** Well before what was taken is due again, so that a slow server gets no mail twice. */
  private static final Duration LONGEST = MailStore.LEASE.dividedBy(2);

  /** One refused mail is tried for about three days; a server that is away is waited for. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private final MailStore store;
  private final JavaMailSenderImpl server;
  private final String from;

  MailSending(MailStore store, JavaMailSenderImpl server, String from) {
    this.store = store;
    this.server = server;
    this.from = from;
  }

  void sendDue() {
    boolean goOn = true;
    while (goOn) {
      List<DueMail> batch = store.take(BATCH);
      goOn = !batch.isEmpty() && send(batch) && batch.size() == BATCH;
    }
  }

  /** False when the server is away or too slow to go on at once. */
  private boolean send(List<DueMail> batch) {
    Instant end = Instant.now().plus(LONGEST);
    var waiting = new ArrayDeque<>(batch);
    try {
      while (!waiting.isEmpty() && Instant.now().isBefore(end)) {
        visit(waiting, end);
      }
    } catch (MessagingException e) {
      log.warn(
          "The mail server cannot be reached ({}); {} mails wait.",
          e.getClass().getSimpleName(),
          waiting.size());
    }
    waiting.forEach(store::serverAway);
    return waiting.isEmpty();
  }

  /**
   * Sends until the server hangs up, at least one: many take only so many mails in one connection,
   * and the others need not wait for that.
   */
  private void visit(Queue<DueMail> waiting, Instant end) throws MessagingException {
    Session session = server.getSession();
    try (Transport transport = session.getTransport(server.getProtocol())) {
      transport.connect(
          server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
      do {
        send(waiting.remove(), session, transport);
      } while (!waiting.isEmpty() && transport.isConnected() && Instant.now().isBefore(end));
    }
  }

  /**
   * A server that hangs up may have done so because of this very mail: so it counts as refused,
   * lest it stand in the way of all others for ever.
   */
  private void send(DueMail mail, Session session, Transport transport) {
    try {
      MimeMessage message = mail.message(session, from);
      message.saveChanges();
      transport.sendMessage(message, message.getAllRecipients());
      store.sent(mail);
    } catch (MessagingException e) {
      refused(mail, e);
    }
  }

  private void refused(DueMail mail, MessagingException reason) {
    // Only the kind of failure: the sentence of the server usually names the address.
    String error = "refused: " + reason.getClass().getSimpleName();
    boolean tryAgain = mail.attempts() <= PAUSES.size();
    log.warn("Mail {} was {}, attempt {}", mail.id(), error, mail.attempts());
    store.failed(mail, error, tryAgain ? PAUSES.get(mail.attempts() - 1) : null);
  }
}
