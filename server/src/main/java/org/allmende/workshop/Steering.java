package org.allmende.workshop;

/** What a facilitator does to the board besides changing the phase. */
public enum Steering {
  /** Shows everybody the notes and dots of the open phase. */
  REVEAL,
  /** Covers others' notes and dots in the open phase. */
  HIDE,
  /** Lets only those who lead change anything. */
  LOCK,
  UNLOCK,
  /** Each group writes in zones of its own. */
  APART,
  /** All read what the groups wrote. */
  WALK,
  TOGETHER
}
