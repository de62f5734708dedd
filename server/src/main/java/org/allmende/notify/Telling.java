package org.allmende.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.event.EventHandler;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.mail.MailQueue;
import org.allmende.people.AddressConfirmed;
import org.allmende.people.Addresses;
import org.allmende.people.Reachable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who asked, at every step: in the inbox at once, and by mail where the person can
 * be reached.
 */
@Component
public class Telling {

  private final Following following;
  private final SubscriptionStore subscriptions;
  private final NoticeStore notices;
  private final Addresses addresses;
  private final MailQueue mails;
  private final NoticeMail mail;
  private final Clock clock;

  Telling(
      Following following,
      SubscriptionStore subscriptions,
      NoticeStore notices,
      Addresses addresses,
      MailQueue mails,
      NoticeMail mail,
      Clock clock) {
    this.following = following;
    this.subscriptions = subscriptions;
    this.notices = notices;
    this.addresses = addresses;
    this.mails = mails;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Tells the followers of a thing about a step, each at most once.
   *
   * @return how many people were reached now
   */
  @Transactional
  public int tell(Step step) {
    return tell(step, following.followers(step.about()), Cause.FOLLOW);
  }

  /** Tells the followers of a thing but the one whose own step it is. */
  @Transactional
  public int tellOthers(Step step, PersonId own) {
    List<PersonId> others =
        following.followers(step.about()).stream().filter(person -> !person.equals(own)).toList();
    return tell(step, others, Cause.FOLLOW);
  }

  /** Tells one person, whether following or not, as when a due date comes near. */
  @Transactional
  public int tell(Step step, PersonId person) {
    return tell(step, List.of(person), Cause.FOLLOW);
  }

  /**
   * Tells a person what becomes of something that person did, such as a registration. Nobody
   * subscribes to that, so no click ends it.
   */
  @Transactional
  public int inform(Step step, PersonId person) {
    return tell(step, List.of(person), Cause.OWN);
  }

  /** Drops what could not be told yet about a thing and is no longer true. */
  @Transactional
  public void dropUntold(Ref about) {
    notices.dropUntold(about);
  }

  /**
   * Tells those who subscribe to what the news belongs to, each at most once; who follows the thing
   * hears it as a follower.
   *
   * @return how many were reached now; those with a digest are reached later
   */
  @Transactional
  public int announce(News news) {
    Set<PersonId> told = new HashSet<>(following.followers(news.toldAnyway()));
    List<Recipient> recipients =
        subscriptions.to(news.step().tenant(), news.subjects()).stream()
            .filter(subscription -> told.add(subscription.person()))
            .map(Recipient::of)
            .toList();
    return tellAll(news.step(), recipients);
  }

  /** Who is told, why, and whether with a digest. */
  private record Recipient(PersonId person, Cause cause, @Nullable Tempo digest) {

    static Recipient of(Subscription subscription) {
      return new Recipient(
          subscription.person(),
          Cause.of(subscription),
          subscription.tempo().isDigest() ? subscription.tempo() : null);
    }
  }

  private int tell(Step step, List<PersonId> people, Cause cause) {
    return tellAll(
        step, people.stream().map(person -> new Recipient(person, cause, null)).toList());
  }

  private int tellAll(Step step, List<Recipient> recipients) {
    Map<PersonId, Reachable> reachable =
        addresses.reachableUntilCommit(recipients.stream().map(Recipient::person).toList());
    int reached = 0;
    for (Recipient recipient : recipients) {
      Reachable where = reachable.get(recipient.person());
      Notice notice = notice(step, recipient, where);
      if (notices.insert(notice) && where != null && recipient.digest() == null) {
        send(notice, where);
        reached++;
      }
    }
    return reached;
  }

  private Notice notice(Step step, Recipient recipient, @Nullable Reachable where) {
    return new Notice(
        Ids.next(),
        recipient.person(),
        step.tenant(),
        step.about(),
        step.key(),
        recipient.cause(),
        recipient.digest(),
        step.url(),
        step.wording().in(where == null ? Locale.GERMAN : where.locale()),
        clock.instant(),
        null);
  }

  private void send(Notice notice, Reachable where) {
    mails.queue(mail.of(notice, where));
    notices.reached(notice.id(), clock.instant());
  }

  /** What was told about something, oldest first. */
  public List<Told> told(Ref about) {
    return told(List.of(about)).getOrDefault(about, List.of());
  }

  /** What was told about several things, in one statement. */
  public Map<Ref, List<Told>> told(Collection<Ref> things) {
    return notices.told(things);
  }

  /** Sends what had to wait until the address was confirmed. */
  @Transactional
  public void catchUp(AddressConfirmed confirmed) {
    Reachable where = addresses.reachable(List.of(confirmed.person())).get(confirmed.person());
    if (where != null) {
      Instant before = clock.instant();
      notices.waiting(confirmed.person()).stream()
          .filter(notice -> !notice.at().isAfter(before))
          .forEach(notice -> send(notice, where));
    }
  }

  @Bean
  static EventHandler<AddressConfirmed> catchUpAfterConfirmation(@Lazy Telling telling) {
    return EventHandler.on("notify.catchUp", AddressConfirmed.class, telling::catchUp);
  }
}
