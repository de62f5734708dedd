package org.allmende.workshop;

import java.util.Locale;

/** What is done in a room besides going through the agenda. */
enum ActKind {
  /** A participant wants to speak. */
  HAND,
  /** A group asks the facilitator to come. */
  HELP,
  /** Words to all. */
  ANNOUNCEMENT,
  /** A note all look at. */
  SPOTLIGHT,
  /** A participant reads only. */
  MUTE,
  /** A participant is out of the room. */
  REMOVAL,
  /** People are in groups. */
  GROUPS,
  /** Somebody who leads is in a group. */
  VISIT,
  /** Somebody leads this one workshop. */
  LEAD,
  /** Those who lead try the course; nobody else is in the room. */
  REHEARSAL;

  /** The word in the database, in forms and in the API. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ActKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Whether it is for those who take part; all others are for those who lead. */
  boolean isOfParticipants() {
    return this == HAND || this == HELP;
  }

  /** Whether another one takes its place. */
  boolean isReplaced() {
    return this == ANNOUNCEMENT || this == SPOTLIGHT || this == GROUPS;
  }

  /** Whether it changes who may do what on the board. */
  boolean isAboutRights() {
    return this == MUTE || this == REMOVAL || this == LEAD || this == REHEARSAL;
  }
}
