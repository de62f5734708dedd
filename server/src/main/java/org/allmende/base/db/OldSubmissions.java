package org.allmende.base.db;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.allmende.base.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets submission keys after a year, when no form or program sends the same once more. */
@Configuration(proxyBeanMethods = false)
class OldSubmissions {
  private static final Duration KEPT = Duration.ofDays(365);

  @Bean
  static RecurringJob forgetSubmissions(JdbcClient sql, Clock clock) {
    return RecurringJob.daily(
        LocalTime.of(3, 30),
        "base.forgetSubmissions",
        () ->
            sql.sql("delete from base_submission where at < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update());
  }
}
