package org.allmende.base.privacy;

/**
 * A field that says something about a person: what for, and until when it is kept.
 *
 * @param column as {@code table.column}
 * @param purpose the key of the sentence that says what it is for
 * @param days how long it is kept after the moment
 */
public record PersonalField(String column, String purpose, int days, Since since, Erasure erasure) {

  /** A field that a recurring job of the module erases. */
  public static PersonalField byJob(
      String column, String purpose, int days, Since since, String job) {
    return new PersonalField(column, purpose, days, since, new Erasure.ByJob(job));
  }

  String table() {
    return column.substring(0, column.indexOf('.'));
  }

  String name() {
    return column.substring(column.indexOf('.') + 1);
  }
}
