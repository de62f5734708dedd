/**
 * Tenants: the bodies that carry something, such as a municipality, a district or a lab; their
 * departments and places; and co-hosting.
 *
 * <p>A tenant is created by the operator and named by its slug for ever. A department is never
 * deleted, only closed, because commitments name it; a place likewise, because people subscribe to
 * it. A co-host is invited by the owner of a thing and counts from the moment it accepts; a tenant
 * may give another one harvest rights, so that what its people say in the other's workshop becomes
 * its own at once.
 *
 * <p>Invariants: every tenant has at most one row per slug; one co-host row per thing and tenant.
 * May use: base.
 */
@ApplicationModule(allowedDependencies = "base")
@NullMarked
package org.allmende.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
