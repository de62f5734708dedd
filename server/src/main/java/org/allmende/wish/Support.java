package org.allmende.wish;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who needs the same: the wisher, the author of a note, or anyone who said so.
 *
 * @param person null for somebody without login and contact
 * @param submission tells two such people apart, and counts a repeated sending once
 */
record Support(
    WishId wish,
    @Nullable PersonId person,
    Source source,
    Hat hat,
    @Nullable String organisation,
    @Nullable String submission,
    Instant at) {

  /** How somebody came to be counted. */
  enum Source {
    WISHER,
    NOTE,
    SUPPORT
  }
}
