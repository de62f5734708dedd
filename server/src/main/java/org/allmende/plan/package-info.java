/**
 * Commitments: a department promises something until a day, and everybody can see whether it keeps
 * its word.
 *
 * <p>Life of a commitment: made by a steward (department, responsible function, due date) →
 * reported on in five steps by the officer → kept by the published dataset. The due date may be
 * moved, with a reason; the old one stays in the log. After its due date an open commitment is
 * late; that is never stored, it follows from the calendar.
 *
 * <p>Invariants: the responsible function is public, the officer is internal; every change is a row
 * of the public log; a kept commitment changes no more. What a commitment is for is a reference:
 * plan knows no wishes. May use: base, tenant, people, notify.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people", "notify"})
@NullMarked
package org.allmende.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
