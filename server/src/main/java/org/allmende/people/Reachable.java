package org.allmende.people;

import java.util.Locale;
import org.allmende.base.id.PersonId;

/** Where and in which language a person may be written to. */
public record Reachable(PersonId person, String email, Locale locale) {

  /** Names no address, because it may end in a log. */
  @Override
  public String toString() {
    return "Reachable[" + person + "]";
  }
}
