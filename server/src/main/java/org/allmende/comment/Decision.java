package org.allmende.comment;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a steward decided about a text.
 *
 * @param reason in the steward's words, for those concerned
 */
record Decision(
    String id,
    TenantId tenant,
    Ref about,
    Rule rule,
    Outcome outcome,
    String reason,
    @Nullable PersonId person,
    Instant at) {}
