package org.allmende.base.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.time.ShiftedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class MailTest {
  private static final Instant PAST = Instant.parse("2026-03-01T09:00:00Z");

  @Autowired MailQueue queue;
  @Autowired MailBox box;
  @Autowired MailStore store;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final String key = "wish-matched:" + Ids.next();
  private final String address = Ids.next().toLowerCase(Locale.ROOT) + "@kleve.example";
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void takeWhatOtherTestsLeftOutOfTheWay() {
    store.allSent();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void arrivesAsWritten() throws Exception {
    ShiftedClock.at(
        PAST,
        () ->
            queue(
                new Mail(
                    key,
                    address,
                    Locale.GERMAN,
                    "Ihr Wunsch:\nBäume in Kleve",
                    "Guten Tag, „Bäume in Kleve“ ist veröffentlicht.",
                    "<p>Guten Tag, „Bäume in Kleve“ ist veröffentlicht.</p>",
                    "https://daten.example/people/stop/1")));
    server.start();
    sending().sendDue();

    MimeMessage received = received();
    assertThat(received.getSubject()).isEqualTo("Ihr Wunsch: Bäume in Kleve");
    assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly(address);
    assertThat(received.getFrom())
        .extracting(Object::toString)
        .containsExactly("Allmende <allmende@daten.example>");
    assertThat(received.getSentDate()).isEqualTo(PAST);
    assertThat(
            Map.of(
                "Message-ID", received.getMessageID(),
                "Content-Language", received.getHeader("Content-Language", null),
                "Auto-Submitted", received.getHeader("Auto-Submitted", null),
                "List-Unsubscribe", received.getHeader("List-Unsubscribe", null)))
        .isEqualTo(
            Map.of(
                "Message-ID", "<" + MailQueue.idOf(key) + "@localhost>",
                "Content-Language", "de",
                "Auto-Submitted", "auto-generated",
                "List-Unsubscribe", "<https://daten.example/people/stop/1>"));
    assertThat(text(received, "text/plain"))
        .isEqualTo("Guten Tag, „Bäume in Kleve“ ist veröffentlicht.");
    assertThat(text(received, "text/html"))
        .isEqualTo("<p>Guten Tag, „Bäume in Kleve“ ist veröffentlicht.</p>");
  }

  @Test
  void isSentOnceForAKey() {
    assertThat(queue(plain())).isTrue();
    assertThat(queue(plain())).isFalse();
    server.start();
    sending().sendDue();
    sending().sendDue();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(queue(plain())).isFalse();
    assertThat(state()).isEqualTo("sent 1 null");
  }

  @Test
  void isNotQueuedByWhatIsRolledBackNorOutsideATransaction() {
    transaction.executeWithoutResult(status -> {
      queue.queue(plain());
      status.setRollbackOnly();
    });
    assertThat(box.to(address)).isEmpty();
    assertThatThrownBy(() -> queue.queue(plain())).hasMessageContaining("No existing transaction");
  }

  @Test
  void waitsForAServerThatIsAway() throws Exception {
    queue(plain());
    server.start();
    MailSending sending = sending();
    server.stop();
    sending.sendDue();
    assertThat(state()).isEqualTo("waiting 0 server not reachable");
    sending.sendDue();
    assertThat(state()).as("rests a minute").isEqualTo("waiting 0 server not reachable");

    due();
    server.start();
    sending().sendDue();
    assertThat(received().getContent().toString()).contains("Guten Tag");
    assertThat(state()).isEqualTo("sent 1 null");
  }

  @Test
  void oneRefusedMailDoesNotHoldUpTheOthers() {
    server.start();
    queue(new Mail(key, "not an address@", Locale.GERMAN, "Betreff", "Text", null));
    queue(new Mail(key + "/other", address, Locale.GERMAN, "Betreff", "Text", null));
    sending().sendDue();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(state()).isEqualTo("waiting 1 refused: AddressException");
    for (int attempt = 2; attempt <= 9; attempt++) {
      due();
      sending().sendDue();
    }
    assertThat(state()).isEqualTo("resting 9 refused: AddressException");
  }

  @Test
  void aServerThatHangsUpOnOneMailGetsTheOthersAtOnce() throws Exception {
    try (var server = new HangingUp("Betreff 1")) {
      for (int i = 1; i <= 3; i++) {
        queue(
            new Mail(
                i == 1 ? key : key + "/" + i,
                address,
                Locale.GERMAN,
                "Betreff " + i,
                "Text",
                null));
      }
      String url = "smtp://127.0.0.1:" + server.port();
      new MailSending(store, SmtpServer.sender(url), "allmende@daten.example").sendDue();
      assertThat(server.taken()).containsExactlyInAnyOrder("Betreff 2", "Betreff 3");
      assertThat(state()).startsWith("waiting 1 refused");
    }
  }

  @Test
  void showsAPersonsMailsTheNewestFirst() {
    queue(plain());
    ShiftedClock.at(
        PAST, () -> queue(new Mail(key + "/2", address, Locale.GERMAN, "Früher", "Davor", null)));
    assertThat(box.to(address.toUpperCase(Locale.ROOT)))
        .extracting("messageId", "to", "subject", "text")
        .containsExactly(row(key, "Ihr Wunsch", "Guten Tag"), row(key + "/2", "Früher", "Davor"));
    assertThat(box.to(address).getLast().at()).isEqualTo(PAST);
  }

  private org.assertj.core.groups.Tuple row(String mailKey, String subject, String text) {
    String messageId = "<" + MailQueue.idOf(mailKey) + "@localhost>";
    return org.assertj.core.groups.Tuple.tuple(messageId, address, subject, text);
  }

  private Mail plain() {
    return new Mail(key, address, Locale.GERMAN, "Ihr Wunsch", "Guten Tag", null);
  }

  private boolean queue(Mail mail) {
    return Boolean.TRUE.equals(transaction.execute(_ -> queue.queue(mail)));
  }

  private MailSending sending() {
    String url = "smtp://127.0.0.1:" + server.getSmtp().getPort();
    return new MailSending(store, SmtpServer.sender(url), "Allmende <allmende@daten.example>");
  }

  private void due() {
    jdbc.sql("update base_mail set next_attempt = now() where id = ?")
        .param(MailQueue.idOf(key))
        .update();
  }

  private @Nullable String state() {
    return jdbc.sql(
            """
            select case when sent_at is not null then 'sent' when next_attempt is null then 'resting'
                else 'waiting' end || ' ' || attempts || ' ' || coalesce(last_error, 'null')
            from base_mail where id = ?\
            """)
        .param(MailQueue.idOf(key))
        .query(String.class)
        .single();
  }

  private MimeMessage received() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  /** The text of the part of that type, wherever it is nested. */
  private static @Nullable String text(jakarta.mail.Part part, String type) throws Exception {
    if (part.isMimeType(type)) {
      return part.getContent().toString().strip();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = text(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
