package org.allmende.notify;

import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * Something that happened to a thing and that its followers are told.
 *
 * @param about what they follow
 * @param key names the step within the thing, such as {@code commitment:ID}; the same step is told
 *     once
 * @param url path where it can be seen, beginning with a slash
 * @param wording what is said, in any language
 */
public record Step(TenantId tenant, Ref about, String key, String url, Wording wording) {}
