/** Kills the program again and again while people work, and counts what is lost or doubled. */
@NullMarked
package org.allmende.bench.survive;

import org.jspecify.annotations.NullMarked;
