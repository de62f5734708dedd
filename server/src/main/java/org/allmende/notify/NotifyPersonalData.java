package org.allmende.notify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept about people who are told: what they follow and subscribe to, and what they heard.
 */
@Component
class NotifyPersonalData implements PersonalData {

  private final Following following;
  private final Subscriptions subscriptions;
  private final NoticeStore notices;

  NotifyPersonalData(Following following, Subscriptions subscriptions, NoticeStore notices) {
    this.following = following;
    this.subscriptions = subscriptions;
    this.notices = notices;
  }

  @Override
  public List<String> describe() {
    return List.of("notify_follow.person", "notify_notice.person", "notify_subscription.person");
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
}
