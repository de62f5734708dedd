package org.allmende.people;

import org.allmende.base.id.PersonId;

/** With what somebody logs in. */
record Credential(PersonId person, String email, HashedPassword password) {

  /** Names no address, because it may end in a log. */
  @Override
  public String toString() {
    return "Credential[" + person + "]";
  }
}
