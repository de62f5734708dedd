package org.allmende.people;

import java.util.Collection;
import java.util.Set;
import org.allmende.base.id.PersonId;

/** A reason to keep somebody's address, of a module that still has something to tell. */
public interface AddressUse {

  /** Those among the people whom the module may still have to write to. */
  Set<PersonId> among(Collection<PersonId> people);
}
