package org.allmende.people;

/** A password as it is kept: nobody reads it again. */
public record HashedPassword(String hash) {

  @Override
  public String toString() {
    return "a hashed password";
  }
}
