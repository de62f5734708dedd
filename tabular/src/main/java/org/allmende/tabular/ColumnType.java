package org.allmende.tabular;

/** What the values of a column are. */
public enum ColumnType {
  /** Whole numbers of at most 18 digits; {@link Long} in rows. */
  INTEGER,
  /** Exact decimals of at most 38 digits; {@link java.math.BigDecimal} in rows. */
  DECIMAL,
  /** Days; {@link java.time.LocalDate} in rows. */
  DATE,
  /** Days with a time, without a zone; {@link java.time.LocalDateTime} in rows. */
  DATE_TIME,
  /** Yes or no; {@link Boolean} in rows. */
  BOOLEAN,
  /** Everything else; {@link String} in rows. */
  TEXT
}
