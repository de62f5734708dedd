package org.allmende.base.privacy;

/**
 * How long something is kept.
 *
 * @param days after the moment
 * @param since which moment, in words
 * @param moment SQL of that moment in a row; null while it has not come
 */
public record Retention(int days, Since since, String moment) {

  /** What is needed to answer for one's doings. */
  public static final int YEARS = 3 * 365;

  /** The field becomes null. */
  public PersonalField nulled(String column, String purpose) {
    return blanked(column, purpose, "null");
  }

  /** The field becomes an empty text. */
  public PersonalField emptied(String column, String purpose) {
    return blanked(column, purpose, "''");
  }

  /** The field becomes what the SQL says. */
  public PersonalField blanked(String column, String purpose, String value) {
    return new PersonalField(column, purpose, days, since, new Erasure.Blanked(moment, value));
  }

  /** The row goes. */
  public PersonalField deleted(String column, String purpose) {
    return new PersonalField(column, purpose, days, since, new Erasure.Deleted(moment));
  }
}
