package org.allmende.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.job.RecurringJob;
import org.allmende.base.mail.MailQueue;
import org.allmende.people.Addresses;
import org.allmende.people.Reachable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers what subscriptions brought into one mail: each morning, or on Monday morning. Where
 * nothing happened nothing is sent.
 */
@Component
class Digests {

  private static final List<Tempo> TEMPOS = List.of(Tempo.DAILY, Tempo.WEEKLY);
  private static final int MOST_SHOWN = 40;

  private final SubscriptionStore subscriptions;
  private final NoticeStore notices;
  private final NoticeMail mail;
  private final MailQueue mails;
  private final Addresses addresses;
  private final OwnLinks own;
  private final Texts texts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Digests(
      SubscriptionStore subscriptions,
      NoticeStore notices,
      NoticeMail mail,
      MailQueue mails,
      Addresses addresses,
      OwnLinks own,
      Texts texts,
      TransactionTemplate transaction,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.notices = notices;
    this.mail = mail;
    this.mails = mails;
    this.addresses = addresses;
    this.own = own;
    this.texts = texts;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Bean
  static RecurringJob sendDigests(@Lazy Digests digests) {
    return RecurringJob.every(Duration.ofMinutes(15), "notify.digest", digests::run);
  }

  /**
   * Sends what is due; each person in a transaction of her own, so that a crash doubles nothing.
   */
  void run() {
    Instant now = clock.instant();
    for (Tempo tempo : TEMPOS) {
      Instant due = tempo.lastDue(now, clock.getZone());
      for (PersonId person : subscriptions.dueFor(tempo, due)) {
        transaction.executeWithoutResult(status -> send(person, tempo, due));
      }
    }
  }

  private void send(PersonId person, Tempo tempo, Instant due) {
    Reachable where = addresses.reachable(List.of(person)).get(person);
    if (!subscriptions.digested(person, tempo, due) || where == null) {
      return;
    }
    List<Notice> news = notices.forDigest(person, tempo);
    if (!news.isEmpty()) {
      mails.queue(mail.of(digest(news, where, tempo, due), where));
      news.forEach(notice -> notices.reached(notice.id(), clock.instant()));
    }
  }

  private Notice digest(List<Notice> news, Reachable where, Tempo tempo, Instant due) {
    Locale locale = where.locale();
    List<MailLink> links =
        news.stream()
            .limit(MOST_SHOWN)
            .map(notice -> new MailLink(notice.text().subject(), notice.url()))
            .toList();
    var text =
        new NoticeText(
            texts.of(locale, "notify.digest.subject", news.size()),
            texts.of(locale, "notify.digest.lead." + tempo.key(), news.size()),
            news.size() > MOST_SHOWN
                ? List.of(texts.of(locale, "notify.digest.more", news.size() - MOST_SHOWN))
                : List.of(),
            texts.of(locale, "notify.digest.action"),
            List.of(),
            links);
    return new Notice(
        Ids.next(),
        where.person(),
        news.getFirst().tenant(),
        new Ref(Subscription.DIGEST, tempo.key()),
        due.toString(),
        Cause.DIGEST,
        tempo,
        own.path(where),
        text,
        clock.instant(),
        null);
  }
}
