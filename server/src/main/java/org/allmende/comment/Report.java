package org.allmende.comment;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody finds that a text breaks a rule.
 *
 * @param tenant who decides
 * @param rule null for an objection to what was decided
 * @param person who wants an answer, null for nobody
 * @param decision what came of it, null while it waits
 */
record Report(
    String id,
    TenantId tenant,
    Ref about,
    @Nullable Rule rule,
    String words,
    @Nullable PersonId person,
    Instant at,
    @Nullable String decision) {

  Ref ref() {
    return new Ref("report", id);
  }

  /** The key of what is reported, for texts. */
  String ruleKey() {
    return rule == null ? "objection" : rule.key();
  }
}
