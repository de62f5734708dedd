/** Benchmarks: each drives the packaged program from outside and says what it measured. */
@NullMarked
package org.allmende.bench;

import org.jspecify.annotations.NullMarked;
