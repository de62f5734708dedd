package org.allmende.video;

import org.allmende.base.id.Ref;

/**
 * Names one media room.
 *
 * @param group {@link Seating#PLENARY} or the number of a group
 */
record MediaRoomId(Ref gathering, int group) {}
