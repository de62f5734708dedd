/**
 * Workshops: people meet, write notes phase by phase, and somebody harvests what was said into
 * wishes and potentials.
 *
 * <p>A workshop is led by the facilitators of its owner and of the co-hosts that accepted.
 * Everything said stays internal until the owner's facilitator releases the results. A participant
 * needs no account: a join code lets in, a signed token keeps the place.
 *
 * <p>Names: the room and the facilitators see participants by name; harvest, results and everything
 * public know only the pseudonym „Teilnehmende 14“, counted per workshop.
 *
 * <p>Groups: what people answer about themselves is read by the search for groups only ({@code
 * grouping}, pure classes), shown to nobody but themselves, and deleted the day after.
 *
 * <p>Before: whoever comes tries on a practice board of one's own, which belongs to no workshop's
 * board and is gone after a day.
 *
 * <p>Invariants: at most one phase of a workshop is open; by the code never more people join than
 * the capacity, but whoever registered and has a seat gets in; a note is harvested once; the note
 * itself never changes by harvesting. May use: base, tenant, people, notify, registration, search,
 * comment, catalog, board, video, wish.
 */
@ApplicationModule(
    allowedDependencies = {
      "base",
      "tenant",
      "people",
      "notify",
      "registration",
      "search",
      "comment",
      "catalog",
      "board",
      "video",
      "wish"
    })
@NullMarked
package org.allmende.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
