/**
 * Everyone as one {@code PersonId}: accounts of staff, guests of a workshop, and people known by a
 * mail address only; roles, logins, API tokens and invitations.
 *
 * <p>A login is an opaque random token in a cookie; only its hash is stored, and roles are read
 * anew for every request, so a change acts at once. Nobody needs an account to read, wish, support
 * or join.
 *
 * <p>Invariants: mail addresses live here and in the mail queue only; one account per address; an
 * address is written to only after it was confirmed, but for the confirmation itself. May use:
 * base, tenant.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant"})
@NullMarked
package org.allmende.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
