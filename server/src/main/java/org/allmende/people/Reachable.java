package org.allmende.people;

import java.util.Locale;
import org.allmende.base.id.PersonId;

/**
 * Where and in which language a person may be written to.
 *
 * @param logsIn whether the person has an account, and so sees what is hers or his after a login
 */
public record Reachable(PersonId person, String email, Locale locale, boolean logsIn) {

  /** Names no address, because it may end in a log. */
  @Override
  public String toString() {
    return "Reachable[" + person + "]";
  }
}
