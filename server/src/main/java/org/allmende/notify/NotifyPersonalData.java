package org.allmende.notify;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.allmende.people.AddressUse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept about people who are told: what they follow and subscribe to, and what they heard.
 */
@Component
class NotifyPersonalData implements PersonalData, AddressUse {

  /** Notices go after a year; that there was one stays among what was told. */
  private static final String LAST_NEWS =
      """
      greatest(since, (select max(n.at) from notify_notice n
        where n.person = notify_follow.person and n.about = notify_follow.ref),
        (select max(t.at) from notify_told t where t.about = notify_follow.ref))
      """;

  private static final String LAST_DIGEST =
      """
      greatest(since, (select max(n.at) from notify_notice n
        where n.person = notify_subscription.person
          and n.cause = 'subscription:' || notify_subscription.id))
      """;

  private final Following following;
  private final Subscriptions subscriptions;
  private final NoticeStore notices;
  private final int days;

  NotifyPersonalData(
      Following following,
      Subscriptions subscriptions,
      NoticeStore notices,
      @Value("${allmende.notices.days:365}") int days) {
    this.days = days;
    this.following = following;
    this.subscriptions = subscriptions;
    this.notices = notices;
  }

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.TOLD, LAST_NEWS)
            .deleted("notify_follow.person", "notify.privacy.follow"),
        PersonalField.byJob(
            "notify_notice.person", "notify.privacy.notice", days, Since.TOLD, "notify.forget"),
        new Retention(Retention.YEARS, Since.TOLD, LAST_DIGEST)
            .deleted("notify_subscription.person", "notify.privacy.subscription"));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "follow",
        following.of(person),
        "subscription",
        subscriptions.of(person, Locale.GERMAN).stream()
            .map(row -> row.tenant() + ": " + row.title() + ", " + row.subscription().tempo().key())
            .toList(),
        "notice",
        notices.inbox(person).stream()
            .map(notice -> notice.at() + ": " + notice.text().subject())
            .toList());
  }

  /** How many were told stays; that this person was among them does not. */
  @Override
  @Transactional
  public void erase(PersonId person) {
    following.unfollowAll(person);
    subscriptions.endAll(person);
    notices.forget(person);
  }

  /** Whoever follows or subscribes may have to be told something. */
  @Override
  public Set<PersonId> among(Collection<PersonId> people) {
    Set<PersonId> waiting = new HashSet<>(following.among(people));
    waiting.addAll(subscriptions.among(people));
    return waiting;
  }
}
