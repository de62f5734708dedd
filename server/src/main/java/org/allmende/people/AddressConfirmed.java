package org.allmende.people;

import org.allmende.base.event.Event;
import org.allmende.base.id.PersonId;

/** A person confirmed the mail address left with us; from now on it may be written to. */
public record AddressConfirmed(PersonId person) implements Event {}
