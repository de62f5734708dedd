package org.allmende.people;

import java.util.List;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Role;

/** A member of staff with all roles, as the administrator's page lists it. */
record StaffRow(PersonId person, String name, List<Role> roles) {}
