package org.allmende.notify;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news for one person.
 *
 * @param digest with which digest it goes out, null when by itself
 */
record Notice(
    String id,
    PersonId person,
    TenantId tenant,
    Ref about,
    String step,
    Cause cause,
    @Nullable Tempo digest,
    String url,
    NoticeText text,
    Instant at,
    @Nullable Instant readAt) {

  /** Names the mail of this notice for ever. */
  String mailKey() {
    return "tell:" + person + ":" + about + ":" + step;
  }
}
