package org.allmende.base.id;

/** Anyone known to the installation: an account, a guest of a workshop, or a confirmed address. */
public record PersonId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
