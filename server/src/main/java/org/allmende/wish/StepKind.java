package org.allmende.wish;

import java.util.Locale;

/** What can happen to a wish. */
enum StepKind {
  STATED,
  HARVESTED,
  LISTED,
  CHANGED,
  ASKED,
  ANSWERED,
  JOINED,
  MERGED,
  MATCHED,
  FOUND,
  COMMITTED,
  RESCHEDULED,
  PUBLISHED,
  USED,
  REFUSED,
  REOPENED,
  FORWARDED,
  TAKEN_OVER,
  HANDED_BACK,
  WITHDRAWN;

  /**
   * Whether those who wanted to know are told of it; what begins or only adds to a wish is not
   * news.
   */
  boolean isNews() {
    return switch (this) {
      case STATED, HARVESTED, CHANGED, ANSWERED, JOINED -> false;
      default -> true;
    };
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
