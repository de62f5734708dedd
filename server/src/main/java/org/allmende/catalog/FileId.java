package org.allmende.catalog;

/** Names a file of a dataset; stays the same over all its versions. */
public record FileId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
