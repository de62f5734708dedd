package org.allmende.workshop;

import java.time.Clock;
import org.allmende.base.audit.Audit;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.registration.SeatPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is announced of a workshop, or calls it off; those registered are told. */
@Component
class WorkshopChanges {

  private final WorkshopStore store;
  private final WorkshopSeats seats;
  private final SeatPlan seatPlan;
  private final Audit audit;
  private final Clock clock;

  WorkshopChanges(
      WorkshopStore store, WorkshopSeats seats, SeatPlan seatPlan, Audit audit, Clock clock) {
    this.store = store;
    this.seats = seats;
    this.seatPlan = seatPlan;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Changes title, time, place, address and how many may come.
   *
   * @throws Problem 409 if somebody else changed it since that version, or it is called off
   */
  @Transactional
  public void change(Workshop workshop, WorkshopPlan plan, int version, Viewer by) {
    Workshops.requireLead(workshop, by);
    if (workshop.isCanceled()) {
      throw Problem.conflict("workshop.canceled.already");
    }
    if (!store.update(workshop.id(), plan, version)) {
      throw Problem.conflict("workshop.change.meanwhile");
    }
    Workshop now = store.find(workshop.id()).orElseThrow();
    seatPlan.resize(workshop.ref(), plan.capacity(), by);
    seats.change(workshop, now);
    audit.record(workshop.tenant(), by, "workshop.change", workshop.ref());
  }

  /** Calls it off for a reason that everybody reads; again changes nothing. */
  @Transactional
  public void cancel(Workshop workshop, String reason, Viewer by) {
    Workshops.requireLead(workshop, by);
    if (workshop.hasBegun()) {
      throw Problem.conflict("workshop.cancel.begun");
    }
    if (store.cancel(workshop.id(), reason, by.person(), clock.instant())) {
      seats.cancel(workshop, reason);
      audit.record(workshop.tenant(), by, "workshop.cancel", workshop.ref());
    }
  }
}
