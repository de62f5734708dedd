package org.allmende.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.allmende.base.id.Ref;
import org.allmende.base.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the word given at registration: from the deletion date on only numbers are left. */
@Component
class Forgetting {

  private final OfferingStore offerings;
  private final RegistrationStore registrations;
  private final ChangeStore changes;
  private final Clock clock;

  Forgetting(
      OfferingStore offerings, RegistrationStore registrations, ChangeStore changes, Clock clock) {
    this.offerings = offerings;
    this.registrations = registrations;
    this.changes = changes;
    this.clock = clock;
  }

  @Bean
  static RecurringJob forgetRegistrations(@Lazy Forgetting forgetting) {
    return RecurringJob.daily(LocalTime.of(3, 50), "registration.forget", forgetting::run);
  }

  @Transactional
  public void run() {
    for (Ref about : offerings.toForget(LocalDate.now(clock))) {
      registrations.blank(about);
      changes.add(about, ChangeKind.FORGOTTEN, null, null, null);
      offerings.forgotten(about, clock.instant());
    }
    changes.blankForgotten();
  }
}
