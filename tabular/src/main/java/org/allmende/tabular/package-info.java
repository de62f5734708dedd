/** Reads messy tables, decides their types, stores and queries them. Knows nothing of the rest. */
@NullMarked
package org.allmende.tabular;

import org.jspecify.annotations.NullMarked;
