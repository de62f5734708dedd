package org.allmende.registration;

import org.allmende.base.event.Event;
import org.allmende.base.id.Ref;

/** How many seats there are at a thing was changed by an organiser. */
public record OfferingResized(Ref about) implements Event {}
