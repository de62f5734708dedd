package org.allmende.comment;

import org.allmende.base.event.Event;
import org.allmende.base.id.Ref;

/** A text was hidden or restored; whoever keeps a copy of its name takes the new one. */
public record TextReworded(Ref about) implements Event {}
