package org.allmende.comment;

import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * A thing people talk about.
 *
 * @param tenant who carries it
 * @param isRefused whether one can object to its refusal
 */
public record Discussion(Ref about, TenantId tenant, String title, String url, boolean isRefused) {}
