package org.allmende.wish;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The workshop note a wish or potential began with, as it was written.
 *
 * @param author who wrote it; never shown
 * @param pseudonym how the author was called in the workshop
 * @param phase the part of the workshop in which it was written
 */
record Slip(
    Ref note,
    String text,
    Hat hat,
    @Nullable PersonId author,
    String pseudonym,
    String phase,
    int dots,
    Instant writtenAt) {}
