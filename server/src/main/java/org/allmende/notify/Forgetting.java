package org.allmende.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.allmende.base.job.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the record of what was told to whom as long as it is needed; after that only how many were
 * told.
 */
@Component
class Forgetting {

  /** How long an address that was never confirmed may wait. */
  private static final Duration UNCONFIRMED = Duration.ofDays(60);

  private final NoticeStore notices;
  private final Duration kept;
  private final Clock clock;

  Forgetting(NoticeStore notices, @Value("${allmende.notices.days:365}") int days, Clock clock) {
    this.notices = notices;
    this.kept = Duration.ofDays(days);
    this.clock = clock;
  }

  @Bean
  static RecurringJob forgetNotices(@Lazy Forgetting forgetting) {
    return RecurringJob.daily(LocalTime.of(3, 45), "notify.forget", forgetting::run);
  }

  @Transactional
  public void run() {
    Instant now = clock.instant();
    var _ = notices.forgetBefore(now.minus(kept));
    notices.dropUntoldBefore(now.minus(UNCONFIRMED));
  }
}
