/**
 * Registrations: who has a seat at something that has only so many, who waits for one, and who is
 * offered one when it becomes free. It belongs to anything by reference: workshops now, barcamps
 * and topic tables later. Whatever people register for is handed down as an {@link
 * org.allmende.registration.Offering}.
 *
 * <p>Life of a registration: whoever registers is CONFIRMED while there are seats, else WAITLISTED.
 * When a seat becomes free, the first on the list who fits is OFFERED it until a deadline that is
 * counted in waking hours and gets shorter as the day comes near; on the last day nothing is held,
 * and the first to accept among the next few gets it. An offer nobody answers makes it LAPSED,
 * leaving makes it CANCELED; coming back means the end of the list. Every change says why in the
 * list of changes, which organisers read.
 *
 * <p>Invariants: confirmed and offered seats together never exceed the capacity, unless an
 * organiser lowered it, which throws nobody out; every change begins with a lock on the row of the
 * offering; one live registration per person and offering; free seats are given on in the
 * transaction that frees them, and again by a sweep. From the deletion date on only numbers are
 * left. May use: base, tenant, people, notify.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people", "notify"})
@NullMarked
package org.allmende.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
