package org.allmende.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.allmende.base.audit.Audit;
import org.allmende.base.event.Events;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organisers do with the seats: see who comes, change how many there are, say who goes first.
 */
@Component
public class SeatPlan {

  private final OfferingStore offerings;
  private final RegistrationStore store;
  private final ChangeStore changes;
  private final Promotion promotion;
  private final Organisers organisers;
  private final Events events;
  private final Audit audit;
  private final Clock clock;

  SeatPlan(
      OfferingStore offerings,
      RegistrationStore store,
      ChangeStore changes,
      Promotion promotion,
      Organisers organisers,
      Events events,
      Audit audit,
      Clock clock) {
    this.offerings = offerings;
    this.store = store;
    this.changes = changes;
    this.promotion = promotion;
    this.organisers = organisers;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody who registered: seats, offers, the list in its order, then who left. */
  List<Registration> registrations(Ref about, Viewer by) {
    organisers.require(about, by);
    return store.of(about);
  }

  /** Who of them came. */
  Set<RegistrationId> checkedIn(Ref about, Viewer by) {
    organisers.require(about, by);
    return Set.copyOf(store.checkedIn(about));
  }

  /** Everything that changed, the newest first. */
  List<Change> changes(Ref about, Viewer by) {
    organisers.require(about, by);
    return changes.of(about);
  }

  /** Why each of those who wait has no seat yet. */
  List<Allotment.Decision> explain(Offering offering, Viewer by) {
    organisers.require(offering.about(), by);
    return promotion.explain(offering);
  }

  /**
   * Changes how many seats there are. Fewer than are taken throw nobody out; free ones are given on
   * at once.
   */
  @Transactional
  public void resize(Ref about, int capacity, Viewer by) {
    organisers.require(about, by);
    Offering before = locked(about);
    if (before.capacity() == capacity) {
      return;
    }
    offerings.resize(about, capacity);
    changes.add(about, ChangeKind.CAPACITY, capacity, null, by.person());
    audit.record(before.tenant(), by, "registration.resize", about);
    events.publish(new OfferingResized(about));
    promotion.settle(locked(about));
  }

  /**
   * Moves the end of registration.
   *
   * @throws Problem 422 for an end that is not before the start
   */
  @Transactional
  public void close(Ref about, Instant at, Viewer by) {
    organisers.require(about, by);
    Offering before = locked(about);
    if (at.isAfter(before.startsAt()) || !at.isAfter(before.opensAt())) {
      throw Problem.invalid("registration.closing.wrong");
    }
    offerings.close(about, at);
    changes.add(about, ChangeKind.CLOSING, null, null, by.person());
    audit.record(before.tenant(), by, "registration.close", about);
    promotion.settle(locked(about));
  }

  /**
   * Lets somebody who waits go first, for a reason that stands in the list of changes.
   *
   * @throws Problem 409 for somebody who does not wait
   */
  @Transactional
  public void prioritise(RegistrationId id, String reason, Viewer by) {
    Registration registration = found(id);
    organisers.require(registration.about(), by);
    Offering offering = locked(registration.about());
    if (!found(id).is(RegistrationState.WAITLISTED)) {
      throw Problem.conflict("registration.priority.notWaiting");
    }
    store.prioritise(id, clock.instant());
    changes.add(registration, ChangeKind.PRIORITY, reason, by.person());
    audit.record(offering.tenant(), by, "registration.prioritise", id.ref());
    promotion.settle(offering);
  }

  /** Notes that somebody came; again changes nothing. */
  @Transactional
  public void checkIn(RegistrationId id, Viewer by) {
    Registration registration = found(id);
    organisers.require(registration.about(), by);
    if (store.checkIn(registration, by.person(), clock.instant())) {
      changes.add(registration, ChangeKind.CHECKED_IN, null, by.person());
    }
  }

  private Registration found(RegistrationId id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("registration.notFound"));
  }

  private Offering locked(Ref about) {
    return offerings.lock(about).orElseThrow(() -> Problem.notFound("registration.none"));
  }
}
