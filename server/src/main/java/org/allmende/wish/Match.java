package org.allmende.wish;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision that these data answer the wish.
 *
 * @param target the potential or dataset
 * @param gap what is still missing
 * @param score what the suggestion was rated, null if nobody suggested it
 * @param reasons why it fits, in words
 */
record Match(
    String id,
    WishId wish,
    Ref target,
    TenantId targetTenant,
    String title,
    @Nullable String url,
    MatchKind kind,
    @Nullable String gap,
    @Nullable Integer score,
    List<String> reasons,
    @Nullable PersonId decidedBy,
    Instant at) {

  Ref ref() {
    return new Ref("match", id);
  }
}
