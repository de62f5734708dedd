/**
 * Who sits with whom: a local search over swaps of two people, its repair when somebody comes late
 * or stays away, and the explanation of what it found. Pure classes: no SQL, no HTTP, no clock but
 * the one handed in, and the same seed gives the same groups.
 *
 * <p>{@link GroupingTask} says what is wanted, {@link GroupSearch} and {@link Repair} answer with a
 * {@link Grouping}, {@link Balance} and {@link BrokenRule} say why it is good and what could not be
 * held.
 */
@NullMarked
package org.allmende.workshop.grouping;

import org.jspecify.annotations.NullMarked;
