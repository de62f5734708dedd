package org.allmende.people;

import java.util.List;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked by mail to work for a tenant.
 *
 * @param roles what the person may do once the invitation is accepted
 * @param department id of the department an officer belongs to, null for none
 */
record Invitation(
    String id, TenantId tenant, String email, List<Role> roles, @Nullable String department) {}
