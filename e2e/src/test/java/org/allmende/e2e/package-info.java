/** Journeys through the real program: by browsers side by side, and by the JSON API alone. */
@NullMarked
package org.allmende.e2e;

import org.jspecify.annotations.NullMarked;
