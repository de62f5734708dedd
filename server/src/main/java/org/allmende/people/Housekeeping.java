package org.allmende.people;

import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.allmende.base.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets every night what nobody needs any more: ended logins and old failures. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

  @Bean
  static RecurringJob forgetLogins(JdbcClient sql, Clock clock) {
    return RecurringJob.daily(
        LocalTime.of(3, 20),
        "people.forgetLogins",
        () -> {
          OffsetDateTime now = OffsetDateTime.now(clock);
          sql.sql("delete from people_login where expires_at < ?").param(now).update();
          sql.sql("delete from people_login_failure where at < ?").param(now.minusDays(1)).update();
        });
  }
}
