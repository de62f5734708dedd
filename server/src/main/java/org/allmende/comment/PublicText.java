package org.allmende.comment;

import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A text somebody wrote and others can read.
 *
 * @param ref what it belongs to, such as {@code wish:ID}
 * @param tenant who decides about it
 * @param words what it says, all of it
 * @param url where it stands
 * @param author who is told what is decided about it, null where nobody is known
 */
public record PublicText(
    Ref ref, TenantId tenant, String words, String url, @Nullable PersonId author) {}
