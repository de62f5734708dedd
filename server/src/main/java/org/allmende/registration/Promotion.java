package org.allmende.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.job.RecurringJob;
import org.allmende.people.Addresses;
import org.allmende.people.Reachable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives free seats on: in the very transaction that frees them, and again by a sweep for what only
 * time frees.
 */
@Component
class Promotion {

  private static final Duration SWEEP = Duration.ofMinutes(2);

  private final OfferingStore offerings;
  private final RegistrationStore registrations;
  private final AnswerStore answers;
  private final ChangeStore changes;
  private final Addresses addresses;
  private final OfferTerms terms;
  private final RegistrationTelling telling;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Promotion(
      OfferingStore offerings,
      RegistrationStore registrations,
      AnswerStore answers,
      ChangeStore changes,
      Addresses addresses,
      OfferTerms terms,
      RegistrationTelling telling,
      TransactionTemplate transaction,
      Clock clock) {
    this.offerings = offerings;
    this.registrations = registrations;
    this.answers = answers;
    this.changes = changes;
    this.addresses = addresses;
    this.terms = terms;
    this.telling = telling;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Bean
  static RecurringJob sweepWaitingLists(@Lazy Promotion promotion) {
    return RecurringJob.every(SWEEP, "registration.sweep", promotion::sweep);
  }

  /** Looks at everything time may have changed; each thing in a transaction of its own. */
  void sweep() {
    for (Ref about : offerings.unsettled(clock.instant())) {
      transaction.executeWithoutResult(status -> offerings.lock(about).ifPresent(this::settle));
    }
  }

  /** Ends what ran out and gives on what is free; under the lock of the offering. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(Offering offering) {
    Instant now = clock.instant();
    lapse(offering, now);
    List<Registration> waiting = registrations.waiting(offering.about());
    int free = free(offering);
    if (free == 0) {
      registrations.uncall(offering.about());
    }
    allotment(offering, free, waiting)
        .decide(waiting, now)
        .forEach(decision -> apply(offering, decision, now));
  }

  /** What becomes of everybody on the list now, and why; changes nothing. */
  List<Allotment.Decision> explain(Offering offering) {
    List<Registration> waiting = registrations.waiting(offering.about());
    return allotment(offering, free(offering), waiting).decide(waiting, clock.instant());
  }

  int free(Offering offering) {
    return Objects.requireNonNull(
            registrations.seats(List.of(offering.about())).get(offering.about()))
        .free();
  }

  Allotment allotment(Offering offering, int free, List<Registration> waiting) {
    List<PersonId> people =
        waiting.stream().map(Registration::person).filter(Objects::nonNull).toList();
    Map<PersonId, Reachable> reachable = addresses.reachable(people);
    return new Allotment(offering, free, Set.copyOf(reachable.keySet()), terms);
  }

  private void lapse(Offering offering, Instant now) {
    for (Registration registration : registrations.overdueOffers(offering.about(), now)) {
      end(offering, registration, ChangeKind.OFFER_LAPSED);
    }
    for (Registration registration : registrations.unconfirmed(offering.about(), now)) {
      end(offering, registration, ChangeKind.ADDRESS_LAPSED);
    }
  }

  private void end(Offering offering, Registration registration, ChangeKind why) {
    registrations.end(registration.id(), RegistrationState.LAPSED);
    answers.delete(registration.id());
    telling.dropUntold(registration);
    changes
        .add(registration, why, free(offering))
        .ifPresent(number -> telling.tell(why, number, offering, registration));
  }

  private void apply(Offering offering, Allotment.Decision decision, Instant now) {
    Registration registration = decision.registration();
    switch (decision.verdict()) {
      case OFFER -> {
        registrations.offer(registration.id(), terms.offerUntil(offering, now, clock.getZone()));
        note(offering, registration, ChangeKind.OFFERED, decision.free());
      }
      case CALL -> {
        if (!registration.isCalled()) {
          registrations.call(registration.id(), now);
          note(offering, registration, ChangeKind.CALLED, decision.free());
        }
      }
      case TOO_LARGE -> note(offering, registration, ChangeKind.TOO_LARGE, decision.free());
      case NOT_CONFIRMED -> note(offering, registration, ChangeKind.NOT_CONFIRMED, decision.free());
      case OTHERS_CALLED, FULL, CLOSED -> {}
    }
  }

  private void note(Offering offering, Registration before, ChangeKind kind, int free) {
    changes
        .add(before, kind, free)
        .ifPresent(number ->
            telling.tell(kind, number, offering, registrations.find(before.id()).orElseThrow()));
  }
}
