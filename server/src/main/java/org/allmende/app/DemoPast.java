package org.allmende.app;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.function.Supplier;
import org.allmende.base.db.Submissions;
import org.allmende.base.job.Jobs;
import org.allmende.base.time.ShiftedClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does things as if they had been done some days ago. Each has a key and is done once: a seeding
 * that was cut off goes on where it ended.
 */
@Component
class DemoPast {

  private static final String SCOPE = "demo";
  private static final LocalTime MORNING = LocalTime.of(9, 20);

  // What a killed start left half done is taken over after half a minute.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Submissions submissions;
  private final TransactionTemplate transactions;
  private final Jobs jobs;
  private final Clock clock;
  private final LocalDate today;

  DemoPast(Submissions submissions, TransactionTemplate transactions, Jobs jobs, Clock clock) {
    this.submissions = submissions;
    this.transactions = transactions;
    this.jobs = jobs;
    this.clock = clock;
    // Once and for all, because the clock stands at another day while something past is done.
    this.today = LocalDate.now(clock);
  }

  /**
   * Does something in one transaction, then waits until those have been told who wait for it.
   *
   * @param deed names what it made, so that later deeds find it
   */
  String once(String key, Instant at, Supplier<String> deed) {
    String made =
        transactions.execute(
            status -> submissions.once(SCOPE, key, () -> ShiftedClock.at(at, deed::get)));
    if (!jobs.settle(LONGEST)) {
      throw new IllegalStateException("The demo content waits too long for " + key);
    }
    return Objects.requireNonNull(made);
  }

  /** Does something that makes nothing to be named. */
  void does(String key, Instant at, Runnable deed) {
    String _ =
        once(
            key,
            at,
            () -> {
              deed.run();
              return key;
            });
  }

  /** Does something as if at that instant, outside of a transaction. */
  void shifted(Instant at, Runnable deed) {
    ShiftedClock.at(at, deed);
  }

  /** A morning so many days ago; what would fall on a weekend was done on the Friday before. */
  Instant daysAgo(int days) {
    return at(workday(days), MORNING);
  }

  /** A time on a workday so many days ago. */
  Instant daysAgo(int days, LocalTime time) {
    return at(workday(days), time);
  }

  /** The day so many days from today; earlier ones are negative. */
  LocalDate inDays(int days) {
    return today.plusDays(days);
  }

  ZoneId zone() {
    return clock.getZone();
  }

  Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(clock.getZone()).toInstant();
  }

  private LocalDate workday(int days) {
    LocalDate day = inDays(-days);
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
        ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
        : day;
  }
}
