package org.allmende.video;

import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;

/**
 * Somebody who opens a line to the media rooms of a gathering.
 *
 * @param name what others read on the person's tile
 */
public record MediaGuest(Ref gathering, PersonId person, String name) {}
