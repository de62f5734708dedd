package org.allmende.catalog;

import java.util.Locale;

/** How often a dataset is brought up to date, in the words of the EU's frequency vocabulary. */
public enum Rhythm {
  CONTINUOUS("CONT"),
  DAILY("DAILY"),
  WEEKLY("WEEKLY"),
  MONTHLY("MONTHLY"),
  QUARTERLY("QUARTERLY"),
  HALF_YEARLY("ANNUAL_2"),
  YEARLY("ANNUAL"),
  EVERY_TWO_YEARS("BIENNIAL"),
  IRREGULAR("IRREG"),
  NEVER("NEVER");

  private final String code;

  Rhythm(String code) {
    this.code = code;
  }

  /** IRI in the vocabulary of the EU's Publications Office. */
  public String uri() {
    return "http://publications.europa.eu/resource/authority/frequency/" + code;
  }

  /** The name in forms, in the API and in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
