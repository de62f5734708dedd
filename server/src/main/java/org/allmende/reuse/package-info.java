/**
 * What published data are used for: an app, a chart, an article, or the work of another department.
 *
 * <p>Anyone reports a use, without an account; an internal use is reported by an officer. It stands
 * on the page of the dataset at once; a steward may take it off again, with a reason.
 *
 * <p>Invariants: only published datasets have uses; a use taken off stays in the log and is shown
 * no more. May use: base, tenant, people, catalog, comment.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people", "catalog", "comment"})
@NullMarked
package org.allmende.reuse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
