package org.allmende.wish;

import java.time.Instant;
import java.time.LocalDate;
import org.allmende.base.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Which commitment answers a wish, and in which dataset it is kept.
 *
 * @param department the public name of who promised
 * @param dataset the draft it is kept in, once somebody began
 */
record Promise(
    String commitment,
    WishId wish,
    String department,
    LocalDate dueOn,
    @Nullable String dataset,
    Instant at) {

  Ref ref() {
    return new Ref("commitment", commitment);
  }
}
