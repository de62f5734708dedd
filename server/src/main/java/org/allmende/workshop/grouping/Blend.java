package org.allmende.workshop.grouping;

/** How people who differ in something are put into groups. */
public enum Blend {
  /** Every group gets its share of each kind. */
  MIX,
  /** Like sits with like. */
  ALIKE,
  /** For everyone who is new to it there is somebody experienced in the same group. */
  TANDEM
}
