package org.allmende.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A barrier that somebody met and reported.
 *
 * @param page where, as the person wrote it
 * @param contact for the answer, null if none is wanted
 * @param answeredAt null while it waits
 */
record Barrier(
    String id,
    String page,
    String text,
    @Nullable String contact,
    Instant reportedAt,
    @Nullable Instant answeredAt) {}
