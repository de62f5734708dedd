package org.allmende.notify;

import java.time.Clock;
import java.util.List;
import org.allmende.base.id.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person was told, newest first. */
@Component
public class Inbox {

  private final NoticeStore notices;
  private final Clock clock;

  Inbox(NoticeStore notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  List<Notice> of(PersonId person) {
    return notices.inbox(person);
  }

  /** How many notices the person has not read. */
  public int unread(PersonId person) {
    return notices.unread(person);
  }

  @Transactional
  public void readAll(PersonId person) {
    notices.readAll(person, clock.instant());
  }
}
