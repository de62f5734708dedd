package org.allmende.tabular;

/** The reasons for which a single row is not loaded. */
public enum RejectionCode {
  TOO_FEW_CELLS,
  TOO_MANY_CELLS,
  NOT_A_NUMBER,
  NOT_A_WHOLE_NUMBER,
  /** A number, but written with the other decimal sign than the column. */
  OTHER_NUMBER_FORMAT,
  NUMBER_TOO_LARGE,
  NOT_A_DATE,
  /** Written like a date or time that the calendar or clock does not have, as 31.02.2026. */
  NO_SUCH_DAY,
  NOT_YES_OR_NO
}
