package org.allmende.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.allmende.base.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds everybody who has a seat, a week and a day before. */
@Component
class Reminders {

  private static final List<Integer> DAYS_BEFORE = List.of(7, 1);

  private final OfferingStore offerings;
  private final RegistrationStore registrations;
  private final RegistrationTelling telling;
  private final Clock clock;

  Reminders(
      OfferingStore offerings,
      RegistrationStore registrations,
      RegistrationTelling telling,
      Clock clock) {
    this.offerings = offerings;
    this.registrations = registrations;
    this.telling = telling;
    this.clock = clock;
  }

  @Bean
  static RecurringJob remindOfSeats(@Lazy Reminders reminders) {
    return RecurringJob.every(Duration.ofMinutes(20), "registration.remind", reminders::run);
  }

  /** Looks at everything that is near; running twice tells nothing twice. */
  @Transactional
  public void run() {
    Instant now = clock.instant();
    Instant horizon = now.plus(Duration.ofDays(DAYS_BEFORE.getFirst()));
    for (Offering offering : offerings.startingBetween(now, horizon)) {
      // The latest reminder that is due, so that a server that was off sends one, not two.
      int days = DAYS_BEFORE.stream().filter(d -> isDue(offering, d, now)).reduce(7, Math::min);
      Instant since = offering.startsAt().minus(Duration.ofDays(days));
      registrations.confirmed(offering.about()).stream()
          .filter(registration -> registration.registeredAt().isBefore(since))
          .forEach(registration -> telling.remind(days, offering, registration));
    }
  }

  private static boolean isDue(Offering offering, int days, Instant now) {
    return !now.isBefore(offering.startsAt().minus(Duration.ofDays(days)));
  }
}
