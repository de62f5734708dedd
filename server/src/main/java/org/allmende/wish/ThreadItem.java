package org.allmende.wish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A knot in the API.
 *
 * @param kind one of note, wish, potential, support, match, commitment, progress, dataset, use,
 *     refusal, told
 * @param by in whose name it was done; never a person
 */
record ThreadItem(
    String kind, Instant at, String title, @Nullable String url, @Nullable String by) {}
