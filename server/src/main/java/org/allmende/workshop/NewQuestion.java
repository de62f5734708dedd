package org.allmende.workshop;

import org.jspecify.annotations.Nullable;

/**
 * A question to be asked.
 *
 * @param name to be shown in the room, null for none
 */
public record NewQuestion(String text, @Nullable String name) {}
