package org.allmende.notify;

import org.allmende.base.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is told: it decides what stands at the foot of the mail, and what one click ends.
 *
 * @param text as it is stored: {@code follow}, {@code own}, {@code digest} or {@code
 *     subscription:ID}
 */
record Cause(String text) {

  /** The person follows the thing. */
  static final Cause FOLLOW = new Cause("follow");

  /** It is about something the person did, such as a registration; no subscription ends it. */
  static final Cause OWN = new Cause("own");

  /** It gathers what several subscriptions brought. */
  static final Cause DIGEST = new Cause("digest");

  static Cause of(Subscription subscription) {
    return new Cause(Subscription.KIND + ":" + subscription.id());
  }

  /** What one click ends; null where nothing was subscribed to. */
  @Nullable Ref ends(Ref about) {
    return switch (text) {
      case "own" -> null;
      case "follow", "digest" -> about;
      default -> Ref.parse(text);
    };
  }

  /** The key of the sentence that says why. */
  String sentence() {
    return switch (text) {
      case "own" -> "notify.mail.whyOwn";
      case "follow" -> "notify.mail.why";
      default -> "notify.mail.whySubscribed";
    };
  }
}
