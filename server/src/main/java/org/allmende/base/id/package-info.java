/** Identifiers: random record ids, tenants, persons, and references to anything. */
@NullMarked
package org.allmende.base.id;

import org.jspecify.annotations.NullMarked;
