package org.allmende.notify;

/**
 * Why somebody is told: it decides what stands at the foot of the mail, and what one click ends.
 *
 * @param text as it is stored: {@code follow}, {@code own} or {@code subscription:ID}
 */
record Cause(String text) {

  /** The person follows the thing. */
  static final Cause FOLLOW = new Cause("follow");

  /** It is about something the person did, such as a registration; no subscription ends it. */
  static final Cause OWN = new Cause("own");

  private static final String SUBSCRIPTION = "subscription:";

  static Cause subscription(String id) {
    return new Cause(SUBSCRIPTION + id);
  }

  boolean isOwn() {
    return equals(OWN);
  }
}
