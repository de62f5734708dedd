package org.allmende.catalog;

import org.allmende.base.id.Ref;

/** Names a dataset. */
public record DatasetId(String value) {

  /** The kind of a dataset in a {@link Ref}. */
  public static final String KIND = "dataset";

  public Ref ref() {
    return new Ref(KIND, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
