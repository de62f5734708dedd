package org.allmende.board;

import org.jspecify.annotations.Nullable;

/**
 * A zone as it is stored.
 *
 * @param group the group that writes in it, counted from 1; null for everybody's
 */
record Zone(String id, String phase, String title, boolean covered, @Nullable Integer group) {}
