package org.allmende.people;

import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds a role in a tenant.
 *
 * @param department id of the department, null where the role has none
 */
public record StaffMember(PersonId person, String name, @Nullable String department) {}
