package org.allmende.workshop;

import java.util.Locale;

/** What somebody is to the groups. */
enum GroupPart {
  MEMBER,
  /** Leads a group. */
  LEADS,
  /** Has not come, or has gone. */
  AWAY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
