package org.allmende.registration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says where somebody stands on the list, and how likely seats are from there. */
@Component
class WaitingList {

  private final RegistrationStore store;
  private final Clock clock;

  WaitingList(RegistrationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Counted from 1; empty if it is not on the list. */
  Optional<Integer> place(Registration registration) {
    List<RegistrationId> waiting =
        store.waiting(registration.about()).stream().map(Registration::id).toList();
    int index = waiting.indexOf(registration.id());
    return index < 0 ? Optional.empty() : Optional.of(index + 1);
  }

  Chance chance(Offering offering, Registration registration) {
    int ahead =
        store.waiting(offering.about()).stream()
            .takeWhile(before -> !before.id().equals(registration.id()))
            .mapToInt(Registration::people)
            .sum();
    return Chance.of(offering, ahead + registration.people(), clock.instant());
  }
}
