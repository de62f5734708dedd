/** The clock everybody is given. */
@NullMarked
package org.allmende.base.time;

import org.jspecify.annotations.NullMarked;
