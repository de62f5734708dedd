package org.allmende.base.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.job.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases every night what is kept no longer, as the modules say it in their fields. */
@Component
public class Forgetting {

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  private final ObjectProvider<PersonalData> modules;
  private final JdbcClient sql;
  private final Clock clock;

  Forgetting(ObjectProvider<PersonalData> modules, JdbcClient sql, Clock clock) {
    this.modules = modules;
    this.sql = sql;
    this.clock = clock;
  }

  @Bean
  static RecurringJob forgetPersonalData(@Lazy Forgetting forgetting) {
    return RecurringJob.daily(LocalTime.of(3, 55), "privacy.forget", forgetting::run);
  }

  /** One field that cannot be erased must not keep the others from their end. */
  void run() {
    List<String> failed =
        modules.stream()
            .flatMap(module -> module.describe().stream())
            .filter(field -> !isForgotten(field))
            .map(PersonalField::column)
            .toList();
    if (!failed.isEmpty()) {
      throw new IllegalStateException("Not erased: " + String.join(", ", failed));
    }
  }

  private boolean isForgotten(PersonalField field) {
    try {
      forget(field);
      return true;
    } catch (RuntimeException e) {
      log.warn("{} was not erased", field.column(), Wordless.of(e));
      return false;
    }
  }

  /** Erases one field where its time is over. */
  @AcrossTenants("the same end for all")
  public void forget(PersonalField field) {
    Instant before = clock.instant().minus(field.days(), ChronoUnit.DAYS);
    switch (field.erasure()) {
      case Erasure.Blanked(String moment, String value) ->
          update(
              "update %1$s set %2$s = %3$s where %2$s is distinct from %3$s and (%4$s) < ?"
                  .formatted(field.table(), field.name(), value, moment),
              before);
      case Erasure.Deleted(String moment) ->
          update("delete from %s where (%s) < ?".formatted(field.table(), moment), before);
      case Erasure.ByJob _ -> {
        // The module's own job does it.
      }
    }
  }

  private void update(String statement, Instant before) {
    sql.sql(statement).param(before.atOffset(ZoneOffset.UTC)).update();
  }
}
