package org.allmende.wish;

import java.util.List;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A potential in one line, for lists of this and other modules.
 *
 * @param matched the wishes it was matched with
 */
public record PotentialRow(
    PotentialId id,
    TenantId tenant,
    String title,
    String url,
    @Nullable String topic,
    List<WishId> matched) {}
