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

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
