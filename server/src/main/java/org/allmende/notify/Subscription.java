package org.allmende.notify;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * That somebody wants to hear of all that is new about something in a tenant.
 *
 * @param subject the tenant itself, a topic, a department or a place
 */
record Subscription(
    String id, PersonId person, TenantId tenant, Ref subject, Tempo tempo, Instant since) {

  /** The word for subscriptions in references. */
  static final String KIND = "subscription";

  /** All subscriptions of a person that go out together, in references. */
  static final String DIGEST = "digest";
}
