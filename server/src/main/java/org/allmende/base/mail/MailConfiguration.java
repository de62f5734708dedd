package org.allmende.base.mail;

import java.time.Duration;
import org.allmende.base.job.RecurringJob;
import org.allmende.base.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sends by the server of {@code ALLMENDE_SMTP_URL}. Without one, mails wait in the queue, and those
 * of the demo count as delivered to its mailbox.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
  private static final Duration POLL = Duration.ofSeconds(20);

  @Bean
  RecurringJob sendMail(
      MailStore store,
      PublicAddress address,
      @Value("${allmende.smtp-url:}") String server,
      @Value("${allmende.mail-from:}") String from,
      @Value("${allmende.demo:false}") boolean demo) {
    if (demo) {
      // Whatever is configured: no mail of invented people leaves the computer.
      return RecurringJob.every(POLL, MailSending.JOB, store::allSent);
    }
    if (server.isBlank()) {
      return RecurringJob.every(POLL, MailSending.JOB, () -> {});
    }
    String sender = from.isBlank() ? "allmende@" + MailHost.of(address) : from.strip();
    var sending = new MailSending(store, SmtpServer.sender(server), sender);
    return RecurringJob.every(POLL, MailSending.JOB, sending::sendDue);
  }
}
