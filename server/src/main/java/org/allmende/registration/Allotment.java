package org.allmende.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.allmende.base.id.PersonId;

/**
 * Who of the waiting list gets free seats, in the order of the list. Groups are never split: one
 * that does not fit keeps its place, and the seats go to the next who fits. It changes nothing, so
 * the same answer that decides also explains.
 */
record Allotment(Offering offering, int free, Set<PersonId> reachable, OfferTerms terms) {

  /** What becomes of one registration. */
  record Decision(Registration registration, Verdict verdict, int free) {}

  /** The decisions in the order of the list. */
  List<Decision> decide(List<Registration> waiting, Instant now) {
    boolean lastDay = terms.isLastDay(offering, now);
    boolean open = offering.isOpen(now);
    long called = waiting.stream().filter(Registration::isCalled).count();
    int left = free;
    List<Decision> decisions = new ArrayList<>();
    for (Registration registration : waiting) {
      Verdict verdict = open ? verdict(registration, left) : Verdict.CLOSED;
      if (verdict == Verdict.OFFER && lastDay) {
        verdict = call(registration, called);
        called += verdict == Verdict.CALL && !registration.isCalled() ? 1 : 0;
      }
      decisions.add(new Decision(registration, verdict, left));
      left -= verdict == Verdict.OFFER ? registration.people() : 0;
    }
    return decisions;
  }

  private Verdict verdict(Registration registration, int left) {
    if (left == 0) {
      return Verdict.FULL;
    }
    if (registration.people() > left) {
      return Verdict.TOO_LARGE;
    }
    return registration.person() != null && reachable.contains(registration.person())
        ? Verdict.OFFER
        : Verdict.NOT_CONFIRMED;
  }

  private Verdict call(Registration registration, long called) {
    return registration.isCalled() || called < terms.calledAtOnce()
        ? Verdict.CALL
        : Verdict.OTHERS_CALLED;
  }

  /** Whether somebody new may sit down at once: there is room, and nobody waits who would fit. */
  boolean admitsAtOnce(int people, List<Registration> waiting) {
    return people <= free && waiting.stream().noneMatch(before -> before.people() <= free);
  }
}
