package org.allmende.tabular;

/** How a filter compares. Only {@link #NE} and {@link #EMPTY} let empty cells through. */
public enum Operator {
  EQ,
  NE,
  LT,
  LTE,
  GT,
  GTE,
  /** The value occurs in the cell as shown; upper and lower case are alike. */
  CONTAINS,
  EMPTY
}
