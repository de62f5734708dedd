package org.allmende.base.privacy;

/** How a field goes when it is kept no longer. */
public sealed interface Erasure {

  /**
   * The field is set to a value that says nothing about anybody.
   *
   * @param moment SQL of the row's moment; null while it has not come
   * @param value SQL of the value
   */
  record Blanked(String moment, String value) implements Erasure {}

  /** The whole row goes, because nothing of it is left to say. */
  record Deleted(String moment) implements Erasure {}

  /** A recurring job of the module does it, because more than the field changes. */
  record ByJob(String job) implements Erasure {}
}
