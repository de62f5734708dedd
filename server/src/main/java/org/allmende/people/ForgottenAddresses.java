package org.allmende.people;

import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.PersonId;
import org.allmende.base.job.RecurringJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets confirmed addresses to which nobody has anything to write any more. */
@Component
class ForgottenAddresses {

  static final String JOB = "people.forgetAddresses";

  /** So long an address may be without use, in days. */
  static final int IDLE = 60;

  private static final int AT_ONCE = 1_000;

  private final JdbcClient sql;
  private final ObjectProvider<AddressUse> uses;
  private final Clock clock;

  ForgottenAddresses(JdbcClient sql, ObjectProvider<AddressUse> uses, Clock clock) {
    this.sql = sql;
    this.uses = uses;
    this.clock = clock;
  }

  @Bean
  static RecurringJob forgetAddresses(@Lazy ForgottenAddresses addresses) {
    return RecurringJob.daily(LocalTime.of(3, 25), JOB, addresses::run);
  }

  /** An address without use is noted on the first night and goes once it has been so for long. */
  @Transactional
  @AcrossTenants("addresses belong to people, not to tenants")
  public void run() {
    List<PersonId> some = after("");
    while (!some.isEmpty()) {
      note(some, idle(some));
      some = after(some.getLast().value());
    }
    sql.sql("delete from people_address where idle_since < ?")
        .param(OffsetDateTime.now(clock).minusDays(IDLE))
        .update();
  }

  private Set<PersonId> idle(List<PersonId> some) {
    Set<PersonId> idle = new HashSet<>(some);
    uses.forEach(use -> idle.removeAll(use.among(some)));
    return idle;
  }

  private List<PersonId> after(String last) {
    return sql.sql(
            """
            select person from people_address where confirmed_at is not null and person > ?
            order by person limit ?
            """)
        .params(last, AT_ONCE)
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }

  private void note(List<PersonId> some, Set<PersonId> idle) {
    sql.sql(
            """
            update people_address set idle_since = case when person = any (:idle)
              then coalesce(idle_since, :now) end
            where person = any (:some)
            """)
        .param("idle", ids(idle))
        .param("some", ids(some))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private static String[] ids(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(String[]::new);
  }
}
