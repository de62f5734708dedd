package org.allmende.board;

import org.jspecify.annotations.Nullable;

/**
 * A note to be written.
 *
 * @param zone null for the first zone of the open phase
 * @param hat null for the hat of the open phase
 */
public record NewNote(String text, @Nullable ZoneId zone, @Nullable Hat hat) {}
