/**
 * What every module stands on: identifiers, database, events, jobs, mail, blobs, pages and texts.
 * One purpose per sub-package and no domain noun but identifiers. It may use no other module.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package org.allmende.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
